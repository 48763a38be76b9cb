import { readFileSync, statSync } from 'node:fs';
import { InputError } from './errors.ts';
import { formatBytes } from './text.ts';

/**
 * The text of the file at `path`, at most `mostBytes` of it. Only regular files are read: a pipe or a device might never end.
 * @throws InputError that begins with `name` and says why it cannot be read.
 */
export function readTextFile(path: string, { name, mostBytes }: { name: string; mostBytes: number }): string {
  try {
    // Not even opened where it is something else: opening a pipe waits for its writer.
    const stats = statSync(path);
    if (!stats.isFile()) throw new InputError(`${name} ${path} is not a regular file`);
    if (stats.size > mostBytes)
      throw new InputError(
        `${name} ${path} has ${formatBytes(stats.size)}, expected at most ${formatBytes(mostBytes)}`,
      );
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code;
    const problem =
      code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
    throw new InputError(`${name} ${path} ${problem}`, { cause });
  }
}
