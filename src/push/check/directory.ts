import { closeSync, lstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../../util/errors.ts';
import { formatBytes, grouped, plural, quote } from '../../util/text.ts';
import { type CheckResult, checkConfig, configNames } from './config.ts';
import { type Contents, MOST_TEXT_BYTES } from './contents.ts';
import { IGNORE_FILE, type Ignores, parseIgnores } from './ignore.ts';
import { type Entry, reading, type Scan, scan, unsupportedType } from './scan.ts';
import { holdsPrivateKey, isSecretName, mayHoldPrivateKey } from './secrets.ts';

/** A directory that doco-cd can deploy from. */
export type Checked = {
  /** Absolute, without links. */
  readonly root: string;
  /** In the order in which they are packed. */
  readonly entries: readonly Entry[];
  readonly bytes: number;
  readonly warnings: readonly string[];
};

/** Over all layers: doco-cd extracts no more. */
const MOST_BYTES = 1024 ** 3;
const MOST_ENTRIES = 100_000;
/** Problems, or warnings, that are listed. */
const LISTED = 20;

/**
 * Checks that doco-cd will take the directory `path` as an artifact, before anything is packed.
 * @throws InputError that lists everything that is wrong.
 */
export function checkDirectory(path: string, target: string | undefined): Checked {
  const root = openRoot(path);
  const ignores = parseIgnores(readText(root, IGNORE_FILE));
  const found = scan(root, ignores, MOST_ENTRIES);
  const bytes = found.entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const config = findConfig(root, found, { ignores, target });
  const problems = [
    ...found.unsupported.map(({ path, what }) => `${quote(path)} is ${what}: replace it, or list it in ${IGNORE_FILE}`),
    ...sizeProblems(found, bytes),
    ...config.problems,
  ];
  if (problems.length > 0) {
    throw new InputError(`path: ${quote(path)} cannot be deployed: ${shorten(problems).join('\n')}`);
  }
  const files = found.entries.filter(({ kind }) => kind === 'file').map((entry) => entry.path);
  const isSecret = (file: string) =>
    isSecretName(file) || (mayHoldPrivateKey(file) && holdsPrivateKey(readBeginning(join(root, file))));
  const secrets = files
    .filter(isSecret)
    .map(
      (file) =>
        `${quote(file)} looks like a secret, and everyone who can pull the artifact can read it: list it in ${IGNORE_FILE}`,
    );
  return { root, entries: found.entries, bytes, warnings: shorten([...config.warnings, ...secrets]) };
}

function shorten(texts: readonly string[]): readonly string[] {
  return texts.length > LISTED ? [...texts.slice(0, LISTED), `and ${texts.length - LISTED} more`] : texts;
}

function openRoot(path: string): string {
  if (reading(path, () => statSync(path, { throwIfNoEntry: false }))?.isDirectory()) return realpathSync(path);
  throw new InputError(
    `path: ${quote(path)} is not a directory here; check out the repository first, or correct the path`,
  );
}

/** Where a file of these names is instead of in the root. */
function elsewhere({ files }: Contents, names: readonly string[]): string {
  if (files.size === 0) return '; the directory is empty: check out the repository first';
  const below = [...files].find((file) => names.some((name) => file.endsWith(`/${name}`)));
  return below === undefined ? '' : `; it is in ${quote(dirname(below))}: set path to that directory`;
}

/** Checks the configuration that counts, once it is found. */
function findConfig(
  root: string,
  { entries, unsupported }: Scan,
  { ignores, target }: { readonly ignores: Ignores; readonly target: string | undefined },
): CheckResult & { readonly warnings: readonly string[] } {
  const contents: Contents = {
    files: new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path)),
    directories: new Set(['.', ...entries.filter(({ kind }) => kind === 'directory').map(({ path }) => path)]),
    read: (name) => ((statIfThere(root, name)?.size ?? 0) > MOST_TEXT_BYTES ? undefined : readText(root, name)),
  };
  const names = configNames(target);
  const name = names.find((name) => contents.files.has(name));
  const nothing = { warnings: [], composeFiles: [] };
  if (unsupported.some(({ path }) => names.includes(path))) return { ...nothing, problems: [] };
  if (name === undefined) {
    const ignored = names.find((name) => ignores.ignores(name) && statIfThere(root, name)?.isFile());
    const reason = ignored === undefined ? 'is missing' : `is excluded by ${IGNORE_FILE}`;
    const noFallBack = target === undefined ? '' : '; with a target doco-cd does not fall back to .doco-cd.yaml';
    return {
      ...nothing,
      problems: [
        `${ignored ?? names.join(' or ')} ${reason} in the root of the directory${noFallBack}${ignored === undefined ? elsewhere(contents, names) : ''}`,
      ],
    };
  }
  const result = checkConfig(name, contents);
  const both = names.every((name) => contents.files.has(name))
    ? [`${names.join(' and ')} both exist; doco-cd reads ${name}`]
    : [];
  return { ...result, warnings: both };
}

function sizeProblems({ entries, tooMany }: Scan, bytes: number): readonly string[] {
  const remedy = `leave files out with ${IGNORE_FILE}`;
  if (tooMany)
    return [`there are more than ${grouped(MOST_ENTRIES)} files and directories, doco-cd takes no more: ${remedy}`];
  if (bytes <= MOST_BYTES) return [];
  const largest = entries.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
  const named = largest.map(({ path, bytes }) => `${quote(path)} with ${formatBytes(bytes)}`).join(', ');
  return [
    `the files have ${plural(bytes, 'byte')}, doco-cd takes at most ${plural(MOST_BYTES, 'byte')} (1 GiB): ${remedy}. The largest are ${named}`,
  ];
}

/**
 * The text of the file `name` in `root`, empty when there is none.
 * @throws InputError when it is not a file that can be read to its end.
 */
function readText(root: string, name: string): string {
  const stats = statIfThere(root, name);
  if (stats === undefined) return '';
  const kind = unsupportedType(stats);
  if (kind !== undefined) throw new InputError(`path: ${quote(name)} is ${kind}, expected a file`);
  if (stats.size > MOST_TEXT_BYTES)
    throw new InputError(
      `path: ${quote(name)} has ${formatBytes(stats.size)}, expected at most ${formatBytes(MOST_TEXT_BYTES)}`,
    );
  const path = join(root, name);
  return reading(path, () => readFileSync(path, 'utf8'));
}

function statIfThere(root: string, name: string) {
  const path = join(root, name);
  return reading(path, () => lstatSync(path, { throwIfNoEntry: false }));
}

function readBeginning(path: string): string {
  return reading(path, () => {
    const file = openSync(path, 'r');
    try {
      const beginning = Buffer.alloc(4096);
      return beginning.toString('latin1', 0, readSync(file, beginning));
    } finally {
      closeSync(file);
    }
  });
}
