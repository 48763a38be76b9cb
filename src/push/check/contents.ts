import { posix } from 'node:path';

/** Of a file that is read whole. Nobody writes more by hand, and YAML with many keys takes long to read. */
export const MOST_TEXT_BYTES = 128 * 1024;

/** What will be in the artifact. Paths are relative to its root, which itself is the directory ".". */
export type Contents = {
  readonly files: ReadonlySet<string>;
  readonly directories: ReadonlySet<string>;
  /** The text of one of `files`. Undefined when it has more than {@link MOST_TEXT_BYTES}. */
  readonly read: (path: string) => string | undefined;
};

/** The path of `file`, as it is written in a configuration for `directory`. It may lead out of the artifact. */
export function pathIn(directory: string, file: string): string {
  return posix.join(directory, file).replace(/(?<=.)\/$/, '');
}
