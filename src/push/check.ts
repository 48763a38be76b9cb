import { closeSync, existsSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../input-error.ts';
import { quote } from '../reference.ts';
import { configNames, judgeConfig, type Verdict } from './deploy-config.ts';
import type { Contents } from './deployment.ts';
import { IGNORE_FILE, type Ignores, parseIgnores } from './ignore.ts';
import { type Entry, reading, type Scan, scan } from './scan.ts';
import { findSecretNames, holdsPrivateKey, mayHoldPrivateKey } from './secrets.ts';
import { bytesInWords, counted } from './words.ts';

/** A directory that doco-cd can deploy from. */
export type Checked = {
  /** Absolute, without links. */
  readonly root: string;
  /** In the order in which they are packed. */
  readonly entries: readonly Entry[];
  readonly bytes: number;
  readonly warnings: readonly string[];
};

/** Over all layers (wire: doco-cd extraction limits). */
const MOST_BYTES = 1024 ** 3;
const MOST_ENTRIES = 100_000;
const MOST_CONFIG_BYTES = 1024 ** 2;
/** Problems, or warnings, that are named. */
const NAMED = 20;

/**
 * Checks that doco-cd will take the directory `path` as an artifact for `target`, before anything is packed.
 * @throws InputError that lists everything that is wrong.
 */
export function checkDirectory(path: string, target: string | undefined): Checked {
  const root = openRoot(path);
  const ignores = parseIgnores(readIfThere(join(root, IGNORE_FILE)));
  const found = scan(root, ignores, MOST_ENTRIES);
  const bytes = found.entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const verdict = judge(root, found, { ignores, target });
  const problems = [
    ...found.misfits.map(({ path, what }) => `${quote(path)} is ${what}: replace it, or list it in ${IGNORE_FILE}`),
    ...sizeProblems(found, bytes),
    ...verdict.problems,
  ];
  if (problems.length > 0) {
    throw new InputError(`path: ${quote(path)} cannot be deployed: ${named(problems).join('\n')}`);
  }
  const files = found.entries.filter(({ kind }) => kind === 'file').map((entry) => entry.path);
  const keys = files.filter((file) => mayHoldPrivateKey(file) && holdsPrivateKey(readBeginning(join(root, file))));
  const secrets = [...findSecretNames(files, verdict.envFiles), ...keys].map(
    (file) =>
      `${quote(file)} looks like a secret, and everyone who can pull the artifact can read it: list it in ${IGNORE_FILE}`,
  );
  return { root, entries: found.entries, bytes, warnings: named([...verdict.warnings, ...secrets]) };
}

function named(words: readonly string[]): readonly string[] {
  return words.length > NAMED ? [...words.slice(0, NAMED), `and ${words.length - NAMED} more`] : words;
}

function openRoot(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return realpathSync(path);
  throw new InputError(
    `path: ${quote(path)} is not a directory here; check out the repository first, or correct the path`,
  );
}

/** Why a file of these names may be missing in the root. */
function elsewhere({ files }: Contents, names: readonly string[]): string {
  if (files.size === 0) return '; the directory is empty: check out the repository first';
  const below = [...files].find((file) => names.some((name) => file.endsWith(`/${name}`)));
  return below === undefined ? '' : `; it is in ${quote(dirname(below))}: set path to that directory`;
}

function judge(
  root: string,
  { entries, misfits }: Scan,
  { ignores, target }: { readonly ignores: Ignores; readonly target: string | undefined },
): Verdict {
  const contents: Contents = {
    files: new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path)),
    directories: new Set(['.', ...entries.filter(({ kind }) => kind === 'directory').map(({ path }) => path)]),
  };
  const names = configNames(target);
  const name = names.find((name) => contents.files.has(name));
  const nothing = { warnings: [], envFiles: new Set<string>() };
  if (misfits.some(({ path }) => names.includes(path))) return { ...nothing, problems: [] };
  if (name === undefined) {
    const ignored = names.find((name) => ignores.ignores(name) && readIfThere(join(root, name)) !== '');
    const reason = ignored === undefined ? 'is missing' : `is excluded by ${IGNORE_FILE}`;
    const noFallBack = target === undefined ? '' : '; with a target doco-cd does not fall back to .doco-cd.yaml';
    return {
      ...nothing,
      problems: [
        `${ignored ?? names.join(' or ')} ${reason} in the root of the directory${noFallBack}${ignored === undefined ? elsewhere(contents, names) : ''}`,
      ],
    };
  }
  const size = entries.find(({ path }) => path === name)?.bytes ?? 0;
  if (size > MOST_CONFIG_BYTES)
    return { ...nothing, problems: [`${name} has ${bytesInWords(size)}: that is no configuration`] };
  const verdict = judgeConfig(name, readIfThere(join(root, name)), contents);
  const both = names.every((name) => contents.files.has(name))
    ? [`${names.join(' and ')} both exist; doco-cd reads ${name}`]
    : [];
  return { ...verdict, warnings: [...both, ...verdict.warnings] };
}

function sizeProblems({ entries, tooMany }: Scan, bytes: number): readonly string[] {
  const remedy = `leave files out with ${IGNORE_FILE}`;
  if (tooMany)
    return [
      `there are more than ${MOST_ENTRIES.toLocaleString('en')} files and directories, doco-cd takes no more: ${remedy}`,
    ];
  if (bytes <= MOST_BYTES) return [];
  const largest = entries.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
  const named = largest.map(({ path, bytes }) => `${quote(path)} with ${bytesInWords(bytes)}`).join(', ');
  return [
    `the files have ${counted(bytes, 'byte')}, doco-cd takes at most ${counted(MOST_BYTES, 'byte')} (1 GiB): ${remedy}. The largest are ${named}`,
  ];
}

function readIfThere(path: string): string {
  return reading(path, () => (existsSync(path) ? readFileSync(path, 'utf8') : ''));
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
