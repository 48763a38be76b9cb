import { posix } from 'node:path';
import { at, isObject, type JsonObject, kindOf } from '../../util/json.ts';
import { quote } from '../../util/text.ts';

/** Checks one deployment as doco-cd will read it. Source: doco-cd internal/config/deploy, internal/docker and internal/stages. */

/** Paths of what will be in the artifact, relative to its root. The root itself is the directory ".". */
export type Contents = {
  readonly files: ReadonlySet<string>;
  readonly directories: ReadonlySet<string>;
};

/** Takes what checking finds. */
export type Findings = {
  /** Something that makes doco-cd refuse the artifact or fail the deployment. */
  readonly problem: (text: string) => void;
  /** Something that doco-cd accepts but hardly anybody intends. */
  readonly warning: (text: string) => void;
  /** Collects the dotenv files that the configuration names. */
  readonly envFiles: Set<string>;
};

const DEFAULT_COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const DEFAULT_ENV_FILE = '.env';

/** Checks `deployment`, one document of a configuration file, given what else is in the artifact. */
export function validateDeployment(deployment: JsonObject, contents: Contents, findings: Findings): void {
  const { problem, warning } = findings;
  const discovers = isDiscovering(deployment.auto_discovery);
  const name = scalar(deployment.name);
  if (name === '' && !discovers) problem('name is missing; only with auto_discovery the directories name the stacks');
  if (name !== '' && !/^[a-z0-9][a-z0-9_-]*$/.test(name)) {
    warning(`Docker Compose will refuse the name ${quote(name)}: use lower-case letters, digits, "-" and "_"`);
  }
  const written = scalar(deployment.working_dir) || '.';
  const directory = posix.join('.', written.replace(/^\/+/, '')).replace(/\/$/, '');
  const composeFiles = list(deployment, 'compose_files', problem) ?? DEFAULT_COMPOSE_FILES;
  for (const file of composeFiles.filter(isOutside)) problem(`compose_files: ${quote(file)} leads out of working_dir`);
  if (composeFiles.length === 0) problem('compose_files is an empty list; leave it out to use the usual names');
  if (directory.includes('..')) problem(`working_dir: ${quote(written)} leads out of the artifact`);
  else if (scalar(deployment.repository_url) !== '') {
    // Everything comes from that repository, except dotenv files that are not marked as `remote:`.
    requireNamedFiles(deployment, ['.'], { contents, findings, isHere: (file) => !file.startsWith('remote:') });
  } else if (!contents.directories.has(directory)) problem(`working_dir: ${quote(written)} is not in the artifact`);
  else {
    const stacks = discovers ? stacksBelow(directory, composeFiles, contents) : [directory];
    if (stacks.length === 0)
      warning(`auto_discovery finds none of ${composeFiles.join(', ')} below ${quote(directory)}`);
    if (!discovers)
      requireComposeFiles(
        composeFiles.filter((file) => !isOutside(file)),
        directory,
        { contents, findings },
      );
    requireNamedFiles(deployment, stacks, { contents, findings, isHere: () => true });
  }
}

/** One of the default names must exist, or all of the names that the user chose. */
function requireComposeFiles(
  composeFiles: readonly string[],
  directory: string,
  { contents, findings }: { readonly contents: Contents; readonly findings: Findings },
): void {
  const missing = composeFiles.filter((file) => !contents.files.has(posix.join(directory, file)));
  if (String(composeFiles) !== String(DEFAULT_COMPOSE_FILES)) {
    for (const file of missing)
      findings.problem(`compose_files: ${quote(posix.join(directory, file))} is not in the artifact`);
  } else if (missing.length === composeFiles.length) {
    const names = composeFiles.join(', ');
    findings.problem(
      `there is no compose file in ${quote(directory)}: expected one of ${names}, or its name in compose_files`,
    );
  }
}

/** The files that doco-cd reads before it deploys. A missing one fails the deployment, unless it is the default dotenv file. */
function requireNamedFiles(
  deployment: JsonObject,
  directories: readonly string[],
  { contents, findings, isHere }: { contents: Contents; findings: Findings; isHere: (file: string) => boolean },
): void {
  const named = list(deployment, 'env_files', findings.problem);
  const envFiles = named ?? [DEFAULT_ENV_FILE];
  const secretFiles = list(deployment, 'external_secrets_files', findings.problem) ?? [];
  for (const directory of directories) {
    const inArtifact = (file: string) => posix.join(directory, file.replace(/^remote:/, ''));
    for (const file of envFiles.filter(isHere)) {
      if (named !== undefined) findings.envFiles.add(inArtifact(file));
      if (file !== DEFAULT_ENV_FILE) requireFile('env_files', inArtifact(file));
    }
    for (const file of secretFiles.filter(isHere)) requireFile('external_secrets_files', inArtifact(file));
  }

  function requireFile(key: string, path: string): void {
    if (!contents.files.has(path)) findings.problem(`${key}: ${quote(path)} is not in the artifact`);
  }
}

/** Directories at or below `directory` that hold a compose file. */
function stacksBelow(directory: string, composeFiles: readonly string[], { files, directories }: Contents) {
  const isBelow = (path: string) => directory === '.' || path === directory || path.startsWith(`${directory}/`);
  return [...directories].filter(
    (path) => isBelow(path) && composeFiles.some((file) => files.has(posix.join(path, file))),
  );
}

/** `auto_discovery: true`, or an object whose key was `enable` before it became `enabled`. */
function isDiscovering(value: unknown): boolean {
  const enabled = isObject(value) ? (at(value, 'enabled') ?? at(value, 'enable')) : value;
  return /^(?:true|yes|on|y)$/i.test(scalar(enabled));
}

function list(deployment: JsonObject, key: string, problem: (text: string) => void): readonly string[] | undefined {
  const value = deployment[key];
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every((item) => scalar(item) !== '')) return value.map(scalar);
  problem(`${key} must be a list of file names, found ${kindOf(value)}`);
  return undefined;
}

/** A YAML scalar as the text that Go would decode it to. Everything else counts as missing. */
export function scalar(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

function isOutside(file: string): boolean {
  const path = posix.normalize(file);
  return path.startsWith('/') || path === '..' || path.startsWith('../');
}
