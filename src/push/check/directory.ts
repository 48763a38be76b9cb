import { closeSync, fstatSync, lstatSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../../util/errors.ts';
import { formatBytes, grouped, plural, quote } from '../../util/text.ts';
import { type Contents, MOST_TEXT_BYTES } from './contents.ts';
import { type CheckResult, checkConfig, configNames } from './deploy-config.ts';
import { IGNORE_FILE, type IgnoresIn, parseIgnores } from './ignore.ts';
import { mountWarnings } from './mounts.ts';
import { createPause, type Pause } from './pause.ts';
import { type Entry, openSafely, reading, type Scan, scan, unsupportedType } from './scan.ts';
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
 * Checks that doco-cd will take the directory `path` as an artifact, before anything is packed. `target` is the custom
 * target of doco-cd, whose configuration counts.
 * @throws InputError that lists everything that is wrong, and the reason of `signal` when it is aborted.
 */
export async function checkDirectory(path: string, target: string | undefined, signal: AbortSignal): Promise<Checked> {
  const pause = createPause(signal);
  const root = openRoot(path);
  const ignores = parseIgnores(readText(root, IGNORE_FILE));
  const found = await scan(root, { ignores, most: MOST_ENTRIES, pause });
  const bytes = found.entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const contents = contentsOf(root, found);
  const config = await findConfig(root, { ...found, contents, ignores, target, pause });
  const problems = [
    ...found.unsupported.map(({ path, what }) => `${quote(path)} is ${what}: replace it, or list it in ${IGNORE_FILE}`),
    ...sizeProblems(found, bytes),
    ...config.problems,
  ];
  if (problems.length > 0) {
    const count = problems.length > LISTED ? ` (${grouped(problems.length)} problems)` : '';
    throw new InputError(`path: ${quote(path)} cannot be deployed${count}: ${shorten(problems).join('\n')}`);
  }
  const warnings = [...config.warnings];
  for (const [file, directory] of config.composeFiles) {
    await pause();
    warnings.push(...mountWarnings(file, directory, contents));
  }
  for (const file of contents.files) {
    await pause();
    if (!isSecretName(file) && !(mayHoldPrivateKey(file) && holdsPrivateKey(readBeginning(join(root, file))))) continue;
    const remedy = `everyone who can pull the artifact can read it: list it in ${IGNORE_FILE}`;
    warnings.push(`${quote(file)} looks like a secret, and ${remedy}`);
  }
  return { root, entries: found.entries, bytes, warnings: shorten(warnings) };
}

function contentsOf(root: string, { entries }: Scan): Contents {
  return {
    files: new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path)),
    directories: new Set(['.', ...entries.filter(({ kind }) => kind === 'directory').map(({ path }) => path)]),
    read: (name) => ((statIfThere(root, name)?.size ?? 0) > MOST_TEXT_BYTES ? undefined : readText(root, name)),
  };
}

function shorten(texts: readonly string[]): readonly string[] {
  return texts.length > LISTED ? [...texts.slice(0, LISTED), `and ${grouped(texts.length - LISTED)} more`] : texts;
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

type Finding = Scan & {
  readonly contents: Contents;
  readonly ignores: IgnoresIn;
  readonly target: string | undefined;
  readonly pause: Pause;
};

/** Checks the configuration that counts, once it is found. */
async function findConfig(
  root: string,
  { unsupported, contents, ignores, target, pause }: Finding,
): Promise<CheckResult & { readonly warnings: readonly string[] }> {
  const names = configNames(target);
  const name = names.find((name) => contents.files.has(name));
  const nothing = { warnings: [], composeFiles: new Map<string, string>() };
  if (unsupported.some(({ path }) => names.includes(path))) return { ...nothing, problems: [] };
  if (name === undefined) {
    const ignored = names.find((name) => ignores.enter(name).isIgnored && statIfThere(root, name)?.isFile());
    const reason = ignored === undefined ? 'is missing' : `is excluded by ${IGNORE_FILE}`;
    const noFallBack = target === undefined ? '' : '; with a target doco-cd does not fall back to .doco-cd.yaml';
    return {
      ...nothing,
      problems: [
        `${ignored ?? names.join(' or ')} ${reason} in the root of the directory${noFallBack}${ignored === undefined ? elsewhere(contents, names) : ''}`,
      ],
    };
  }
  const result = await checkConfig(name, contents, pause);
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
  return readBeginning(join(root, name), MOST_TEXT_BYTES);
}

function statIfThere(root: string, name: string) {
  const path = join(root, name);
  return reading(path, () => lstatSync(path, { throwIfNoEntry: false }));
}

/** At most `bytes` of the file at `path`, which was a regular one a moment ago. */
function readBeginning(path: string, bytes = 4096): string {
  return reading(path, () => {
    const file = openSafely(path);
    try {
      if (!fstatSync(file).isFile()) throw new Error('it is no longer a file');
      const beginning = Buffer.alloc(bytes);
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes; length += read) {
        read = readSync(file, beginning, length, bytes - length, null);
      }
      return beginning.toString('utf8', 0, length);
    } finally {
      closeSync(file);
    }
  });
}
