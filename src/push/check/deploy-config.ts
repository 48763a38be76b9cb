import { posix } from 'node:path';
import { at, isObject, type JsonObject, kindOf } from '../../util/json.ts';
import { formatBytes, quote } from '../../util/text.ts';
import { type Contents, MOST_TEXT_BYTES, pathIn } from './contents.ts';
import type { Pause } from './pause.ts';
import { parseDocuments } from './yaml.ts';

/**
 * Checks the configuration of the deployments: little, and that as doco-cd decides it (internal/config/deploy,
 * go.yaml.in/yaml/v4). Everything else doco-cd says itself when it deploys.
 */

/** What checking found. */
export type CheckResult = {
  /** What makes doco-cd refuse the artifact or fail the deployment. */
  readonly problems: readonly string[];
  /**
   * The compose files that will be deployed, as far as that is known here, each with the directory that its paths start
   * from.
   */
  readonly composeFiles: ReadonlyMap<string, string>;
};

const LAYOUT = 'doco.v1';
const DEFAULT_COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const DEFAULT_ENV_FILE = '.env';
const NESTED_CONFIG = /(?:^|\/)\.doco-cd\.ya?ml$/;
/** compose-go loader/loader.go: what a project's name may be. */
const STACK_NAME = /^[a-z0-9][a-z0-9_-]*$/;
/** Go refuses them before it reads the YAML (readerc.go). */
const CONTROL_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]/;

/** The names of the configuration file, in the order in which doco-cd looks for them. A target has no fall-back. */
export function configNames(target: string | undefined): readonly string[] {
  const stem = target === undefined ? '.doco-cd' : `.doco-cd.${target}`;
  return [`${stem}.yaml`, `${stem}.yml`];
}

/** Checks the configuration file `name` and what it names. */
export async function checkConfig(name: string, contents: Contents, pause: Pause): Promise<CheckResult> {
  const problems: string[] = [];
  const composeFiles = new Map<string, string>();
  const discovered = new Set<string>();
  const documents = readDocuments(name, contents, problems);
  for (const { document, where } of documents) {
    await pause();
    const problem = (text: string) => problems.push(`${where}: ${text}`);
    checkFields(document, problem);
    const discovers = isOn(document.auto_discovery) || isOn(at(document, 'auto_discovery', 'enabled'));
    if (!discovers) checkName(document.name, problem);
    const directory = workingDirectory(document, contents, problem);
    if (directory === undefined) continue;
    const place = { directory, contents, problem };
    if (discovers) {
      for (const file of composeFilesBelow(document, place)) composeFiles.set(file, pathIn(file, '..'));
      for (const stack of composeFiles.values()) discovered.add(stack);
    } else {
      for (const file of checkComposeFiles(document, place)) composeFiles.set(file, directory);
      checkEnvFiles(document, place);
    }
  }
  // doco-cd looks for the layout in the first document that has one, and again in each that calls itself an OCI source.
  const first = documents.find(({ document }) => versionOf(document) !== '');
  for (const { document, where } of documents) {
    const counts = document === first?.document || sourceOf(document) === 'oci';
    if (counts) checkVersion(document, (text) => problems.push(`${where}: ${text}`));
  }
  // A stack that is discovered may have a configuration beside its compose file.
  const nested = [...contents.files].filter((path) => NESTED_CONFIG.test(path) && discovered.has(pathIn(path, '..')));
  for (const path of nested) {
    if (path === name) continue;
    await pause();
    for (const { document, where } of readDocuments(path, contents, problems)) {
      checkVersion(document, (text) => problems.push(`${where}: ${text}`));
    }
  }
  return { problems: [...new Set(problems)], composeFiles };
}

type Problem = (text: string) => void;
type Place = { readonly directory: string; readonly contents: Contents; readonly problem: Problem };
type Found = { readonly document: JsonObject; readonly where: string };

/** The documents of a configuration file. What cannot be read is added to `problems`. */
function readDocuments(path: string, contents: Contents, problems: string[]): readonly Found[] {
  const text = contents.read(path);
  if (text === undefined) {
    problems.push(`${path}: it is too long: expected at most ${formatBytes(MOST_TEXT_BYTES)}`);
    return [];
  }
  const [before] = text.split(CONTROL_CHARACTER, 1);
  if (before !== undefined && before.length < text.length) {
    problems.push(`${path}: line ${before.split('\n').length} has a control character, which YAML does not allow`);
    return [];
  }
  const documents = parseDocuments(text);
  if (documents.length === 0) problems.push(`${path}: it is empty`);
  return documents.flatMap((parsed, index) => {
    const where = documents.length === 1 ? path : `${path}, document ${index + 1}`;
    if (parsed.kind === 'read' && isObject(parsed.value)) return [{ document: parsed.value, where }];
    if (parsed.kind === 'broken') problems.push(`${where}: ${parsed.problem}`);
    else if (parsed.value === null) problems.push(`${where}: it is empty; remove the "---" without content`);
    else problems.push(`${where}: it is ${kindOf(parsed.value)}, expected keys and values`);
    return [];
  });
}

/** The types of the keys that are read here, and their values where these alone decide. */
function checkFields(document: JsonObject, problem: Problem): void {
  for (const key of ['name', 'source', 'version', 'working_dir', 'webhook_filter']) {
    if (isSet(document[key]) && !isScalar(document[key]))
      problem(`${key} must be text, found ${kindOf(document[key])}`);
  }
  for (const key of ['compose_files', 'env_files']) {
    const value = document[key];
    if (!isSet(value) || (Array.isArray(value) && value.every(isScalar))) continue;
    problem(`${key} must be a list of names, found ${kindOf(value)}`);
  }
  for (const path of [['timeout'], ['git_depth'], ['auto_discovery', 'depth']]) {
    const value = at(document, ...path);
    if (isSet(value) && !Number.isInteger(value)) problem(`${path.join('.')} must be a whole number`);
  }
  if (!['', 'git', 'oci'].includes(sourceOf(document))) {
    problem(`source is ${quote(scalar(document.source))}, expected oci or git; it may be left out`);
  }
  const never = whatGoNeverCompiles(scalar(document.webhook_filter));
  if (never !== undefined) {
    problem(`webhook_filter ${never}, which Go's regular expressions cannot: doco-cd would end when it compiles it`);
  }
}

/** Characters that stand for themselves: escaped ones, apart from references to groups, quoted text, and classes. */
const LITERALS = /\\Q.*?(?:\\E|$)|\\[^1-9k]|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/gs;

/** What other languages' regular expressions have, and Go's do not. */
function whatGoNeverCompiles(pattern: string): string | undefined {
  const syntax = pattern.replace(LITERALS, '_');
  if (/\(\?<?[=!]/.test(syntax)) return 'looks ahead or behind';
  // \12 is a character by its octal number.
  if (/\\(?:[89]|[1-7](?![0-7])|k)|\(\?P=/.test(syntax)) return 'refers back to a group';
  return /(?:[*+?]|\{\d+(?:,\d*)?\})\+|\(\?>/.test(syntax) ? 'never gives back what it matched' : undefined;
}

function checkVersion(document: JsonObject, problem: Problem): void {
  const version = versionOf(document);
  if (version === '' || version === LAYOUT) return;
  problem(`version is ${quote(version)}; doco-cd deploys only ${LAYOUT}, so change or remove it`);
}

function checkName(written: unknown, problem: Problem): void {
  const name = scalar(written);
  if (name === '') problem('name is missing; only with auto_discovery the directories name the stacks');
  else if (!STACK_NAME.test(name)) {
    problem(
      `name is ${quote(name)}, which Compose refuses: use lower-case letters, digits, "-" and "_", the first of them a letter or digit`,
    );
  }
}

/** The directory that a deployment works in, or undefined when it is not in the artifact, which is then reported. */
function workingDirectory(document: JsonObject, { directories }: Contents, problem: Problem): string | undefined {
  const written = scalar(document.working_dir) || '.';
  const directory = pathIn('.', written.replace(/^\/+/, ''));
  if (directories.has(directory)) return directory;
  problem(`working_dir: ${quote(written)} ${isOutside(directory) ? 'leads out of' : 'is not in'} the artifact`);
  return undefined;
}

/** One of the default names must exist, or all of the names that the user chose. */
function* checkComposeFiles(document: JsonObject, { directory, contents, problem }: Place): Generator<string> {
  const written = list(document.compose_files) ?? DEFAULT_COMPOSE_FILES;
  if (written.length === 0) problem('compose_files is an empty list; leave it out to use the usual names');
  const isDefault = String(written) === String(DEFAULT_COMPOSE_FILES);
  let isFound = false;
  for (const file of written) {
    const path = pathIn(directory, file);
    if (isOutside(posix.normalize(file))) problem(`compose_files: ${quote(file)} leads out of working_dir`);
    else if (contents.files.has(path)) {
      isFound = true;
      yield path;
    } else if (!isDefault) problem(`compose_files: ${quote(path)} is not in the artifact`);
  }
  if (!isDefault || isFound) return;
  problem(`there is no compose file in ${quote(directory)}: expected one of ${written.join(', ')}, or compose_files`);
}

/** Where stacks are discovered: all files that could be found. */
function composeFilesBelow(document: JsonObject, { directory, contents }: Place): readonly string[] {
  const names = new Set(list(document.compose_files) ?? DEFAULT_COMPOSE_FILES);
  const isBelow = (path: string) => directory === '.' || path.startsWith(`${directory}/`);
  return [...contents.files].filter((path) => isBelow(path) && names.has(path.slice(path.lastIndexOf('/') + 1)));
}

/** doco-cd reads them before it deploys. A missing `.env` is fine, and `remote:` files are not in the artifact. */
function checkEnvFiles(document: JsonObject, { directory, contents, problem }: Place): void {
  for (const file of list(document.env_files) ?? []) {
    if (file === DEFAULT_ENV_FILE || file.startsWith('remote:')) continue;
    const path = pathIn(directory, file);
    if (!contents.files.has(path)) problem(`env_files: ${quote(path)} is not in the artifact`);
  }
}

/** The items of a list. Undefined where there is none, or something else stands there. */
function list(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(scalar) : undefined;
}

/** doco-cd ignores capitals and blanks here. */
function sourceOf(document: JsonObject): string {
  return scalar(document.source).trim().toLowerCase();
}

function versionOf(document: JsonObject): string {
  return scalar(document.version).trim();
}

/** A YAML scalar as the text that Go would decode it to. Everything else counts as missing. */
function scalar(value: unknown): string {
  return isScalar(value) ? String(value) : '';
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Go takes YAML 1.1's words too. */
function isOn(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:y|yes|on)$/i.test(value));
}

function isOutside(path: string): boolean {
  return path.startsWith('/') || path === '..' || path.startsWith('../');
}
