import { posix } from 'node:path';
import { isObject, type JsonObject } from '../../util/json.ts';
import { quote } from '../../util/text.ts';
import { type Contents, type Findings, pathIn } from './contents.ts';
import { explainDotenv } from './dotenv.ts';
import { isOn, validateFields } from './fields.ts';
import { explainGoRegexp } from './go-regexp.ts';

/** Checks one deployment as doco-cd 0.110 will read it. Source: doco-cd internal/config/deploy, internal/docker, internal/stages. */

const DEFAULT_COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const DEFAULT_ENV_FILE = '.env';

/** Where a deployment is, and with which compose files. */
export type Stack = {
  readonly name: string;
  /** Its working_dir, relative to the root of the artifact. */
  readonly directory: string;
  /** The compose files of it that are in the artifact. */
  readonly composeFiles: readonly string[];
};

/**
 * Checks what `document` says by itself, be it a deployment or the nested configuration of a discovered one.
 * Returns false when doco-cd cannot read it, and there is nothing more to be checked.
 */
export function validateDocument(document: JsonObject, { problem, warning }: Findings): boolean {
  let isReadable = true;
  validateFields(document, (text) => {
    isReadable = false;
    problem(text);
  });
  if (!isReadable) return false;
  const filter = scalar(document.webhook_filter);
  const why = explainGoRegexp(filter);
  if (why !== undefined) {
    problem(`webhook_filter: ${why}; doco-cd would end when it compiles this filter`);
  }
  for (const key of ['auto_discovery', 'destroy']) {
    const { [key]: value } = document;
    if (!isObject(value) || value.enabled !== undefined || !isOn(value.enable)) continue;
    problem(`${key}: doco-cd does not know "enable", the key is "enabled" (since 0.85)`);
  }
  if (isObject(document.environment) && Object.keys(document.environment).length > 0) {
    warning('environment is ignored in an artifact: put the variables into a file and name it in env_files');
  }
  return true;
}

/** The directory that `deployment` works in, or undefined when it is not in the artifact, which is then reported. */
export function workingDirectory(
  deployment: JsonObject,
  { directories }: Contents,
  { problem }: Findings,
): string | undefined {
  const written = scalar(deployment.working_dir) || '.';
  const directory = pathIn('.', written.replace(/^\/+/, ''));
  if (directories.has(directory)) return directory;
  const isOutside = directory === '..' || directory.startsWith('../');
  problem(`working_dir: ${quote(written)} ${isOutside ? 'leads out of' : 'is not in'} the artifact`);
  return undefined;
}

/** Its compose files, as they are looked for in its directory. */
export function composeFilesOf(deployment: JsonObject, { problem }: Findings): readonly string[] {
  const files = list(deployment, 'compose_files') ?? DEFAULT_COMPOSE_FILES;
  if (files.length === 0) problem('compose_files is an empty list; leave it out to use the usual names');
  return files.map((file) => {
    const path = posix.normalize(file);
    if (isOutside(path)) problem(`compose_files: ${quote(file)} leads out of working_dir`);
    return path;
  });
}

/** Checks a deployment that is no discovery: that all it names is in the artifact. `envFiles` collects the dotenv files it names. */
export function validateStack(
  deployment: JsonObject,
  { contents, findings, envFiles }: { contents: Contents; findings: Findings; envFiles: Set<string> },
): Stack | undefined {
  const name = scalar(deployment.name);
  if (name === '') findings.problem('name is missing; only with auto_discovery the directories name the stacks');
  else if (!/^[a-z0-9][a-z0-9_-]*$/.test(name)) {
    findings.warning(`Docker Compose will refuse the name ${quote(name)}: use lower-case letters, digits, "-" and "_"`);
  }
  const written = composeFilesOf(deployment, findings).filter((file) => !isOutside(file));
  const directory = workingDirectory(deployment, contents, findings);
  if (directory === undefined) return undefined;
  const composeFiles = written.filter((file) => contents.files.has(pathIn(directory, file)));
  requireComposeFiles(written, composeFiles, { directory, findings });
  validateEnvFiles(deployment, directory, { contents, findings, envFiles });
  return { name, directory, composeFiles };
}

/** One of the default names must exist, or all of the names that the user chose. */
function requireComposeFiles(
  written: readonly string[],
  found: readonly string[],
  { directory, findings }: { readonly directory: string; readonly findings: Findings },
): void {
  if (String(written) !== String(DEFAULT_COMPOSE_FILES)) {
    const missing = written.filter((file) => !found.includes(file));
    for (const file of missing)
      findings.problem(`compose_files: ${quote(pathIn(directory, file))} is not in the artifact`);
  } else if (found.length === 0) {
    const names = written.join(', ');
    findings.problem(
      `there is no compose file in ${quote(directory)}: expected one of ${names}, or its name in compose_files`,
    );
  }
}

/** doco-cd reads them before it deploys. One that is missing or broken fails the deployment; a missing `.env` does not. */
function validateEnvFiles(
  deployment: JsonObject,
  directory: string,
  { contents, findings, envFiles }: { contents: Contents; findings: Findings; envFiles: Set<string> },
): void {
  const named = list(deployment, 'env_files');
  for (const file of named ?? [DEFAULT_ENV_FILE]) {
    const path = pathIn(directory, file.replace(/^remote:/, ''));
    if (named !== undefined) envFiles.add(path);
    if (!contents.files.has(path)) {
      if (file !== DEFAULT_ENV_FILE) findings.problem(`env_files: ${quote(path)} is not in the artifact`);
      continue;
    }
    const why = explainDotenv(contents.read(path) ?? '');
    if (why !== undefined) findings.problem(`env_files: ${quote(path)} cannot be read, ${why}`);
  }
}

/** The items of a list that {@link validateFields} accepted. An empty value is an empty list, an absent one the default. */
function list(deployment: JsonObject, key: string): readonly string[] | undefined {
  const value = deployment[key];
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(scalar) : [];
}

/** A YAML scalar as the text that Go would decode it to. Everything else counts as missing. */
export function scalar(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

function isOutside(path: string): boolean {
  return path.startsWith('/') || path === '..' || path.startsWith('../');
}
