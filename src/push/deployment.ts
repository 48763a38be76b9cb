import { posix } from 'node:path';
import { at, isObject, type JsonObject, kindOf } from '../json.ts';
import { quote } from '../reference.ts';

/** What doco-cd will make of one deployment. Facts: doco-cd internal/config/deploy, internal/docker and internal/stages. */

/** Paths of what will be in the artifact, relative to its root. The root itself is the directory ".". */
export type Contents = {
  readonly files: ReadonlySet<string>;
  readonly directories: ReadonlySet<string>;
};

export type Judge = {
  /** Takes what makes doco-cd refuse the artifact or fail the deployment. */
  readonly complain: (words: string) => void;
  /** Takes what doco-cd accepts, but hardly anybody means. */
  readonly warn: (words: string) => void;
  /** Collects the dotenv files that the configuration names. */
  readonly envFiles: Set<string>;
};

const DEFAULT_COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const DEFAULT_ENV_FILE = '.env';

/** Judges `deployment`, one document of a configuration file, given what else is in the artifact. */
export function judgeDeployment(deployment: JsonObject, contents: Contents, judge: Judge): void {
  const { complain, warn } = judge;
  const discovers = isDiscovering(deployment.auto_discovery);
  const name = scalar(deployment.name);
  if (name === '' && !discovers) complain('name is missing; only with auto_discovery the directories name the stacks');
  if (name !== '' && !/^[a-z0-9][a-z0-9_-]*$/.test(name)) {
    warn(`Docker Compose will refuse the name ${quote(name)}: use lower-case letters, digits, "-" and "_"`);
  }
  const written = scalar(deployment.working_dir) || '.';
  const directory = posix.join('.', written.replace(/^\/+/, '')).replace(/\/$/, '');
  const composeFiles = list(deployment, 'compose_files', complain) ?? DEFAULT_COMPOSE_FILES;
  for (const file of composeFiles.filter(isOutside)) complain(`compose_files: ${quote(file)} leads out of working_dir`);
  if (composeFiles.length === 0) complain('compose_files is an empty list; leave it out to use the usual names');
  if (directory.includes('..')) complain(`working_dir: ${quote(written)} leads out of the artifact`);
  else if (scalar(deployment.repository_url) !== '') {
    // Everything comes from that repository, but the dotenv files not marked as `remote:`.
    requireNamedFiles(deployment, ['.'], { contents, judge, isHere: (file) => !file.startsWith('remote:') });
  } else if (!contents.directories.has(directory)) complain(`working_dir: ${quote(written)} is not in the artifact`);
  else {
    const stacks = discovers ? stacksBelow(directory, composeFiles, contents) : [directory];
    if (stacks.length === 0) warn(`auto_discovery finds none of ${composeFiles.join(', ')} below ${quote(directory)}`);
    if (!discovers)
      requireComposeFiles(
        composeFiles.filter((file) => !isOutside(file)),
        directory,
        { contents, judge },
      );
    requireNamedFiles(deployment, stacks, { contents, judge, isHere: () => true });
  }
}

/** Of the default names one must exist, of names that the user chose all. */
function requireComposeFiles(
  composeFiles: readonly string[],
  directory: string,
  { contents, judge }: { readonly contents: Contents; readonly judge: Judge },
): void {
  const missing = composeFiles.filter((file) => !contents.files.has(posix.join(directory, file)));
  if (String(composeFiles) !== String(DEFAULT_COMPOSE_FILES)) {
    for (const file of missing)
      judge.complain(`compose_files: ${quote(posix.join(directory, file))} is not in the artifact`);
  } else if (missing.length === composeFiles.length) {
    const names = composeFiles.join(', ');
    judge.complain(
      `there is no compose file in ${quote(directory)}: expected one of ${names}, or its name in compose_files`,
    );
  }
}

/** The files that doco-cd reads before it deploys. A missing one fails the deployment, except the default dotenv file. */
function requireNamedFiles(
  deployment: JsonObject,
  directories: readonly string[],
  { contents, judge, isHere }: { contents: Contents; judge: Judge; isHere: (file: string) => boolean },
): void {
  const named = list(deployment, 'env_files', judge.complain);
  const envFiles = named ?? [DEFAULT_ENV_FILE];
  const secretFiles = list(deployment, 'external_secrets_files', judge.complain) ?? [];
  for (const directory of directories) {
    const inArtifact = (file: string) => posix.join(directory, file.replace(/^remote:/, ''));
    for (const file of envFiles.filter(isHere)) {
      if (named !== undefined) judge.envFiles.add(inArtifact(file));
      if (file !== DEFAULT_ENV_FILE) requireFile('env_files', inArtifact(file));
    }
    for (const file of secretFiles.filter(isHere)) requireFile('external_secrets_files', inArtifact(file));
  }

  function requireFile(key: string, path: string): void {
    if (!contents.files.has(path)) judge.complain(`${key}: ${quote(path)} is not in the artifact`);
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

function list(deployment: JsonObject, key: string, complain: (words: string) => void): readonly string[] | undefined {
  const value = deployment[key];
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every((item) => scalar(item) !== '')) return value.map(scalar);
  complain(`${key} must be a list of file names, found ${kindOf(value)}`);
  return undefined;
}

/** A YAML scalar as the text that Go would decode it to; everything else is absent. */
export function scalar(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

function isOutside(file: string): boolean {
  const path = posix.normalize(file);
  return path.startsWith('/') || path === '..' || path.startsWith('../');
}
