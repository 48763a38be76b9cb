import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { InputError } from './errors.ts';
import { formatBytes } from './text.ts';

/**
 * The text of the file at `path`: UTF-8 with or without a byte order mark, at most `mostBytes`. Only regular files are
 * read, and only as far as they say that they are long: a pipe, a device or a file of the kernel's might never end.
 * @throws InputError that begins with `name` and says why it cannot be read.
 */
export function readTextFile(path: string, { name, mostBytes }: { name: string; mostBytes: number }): string {
  try {
    return decode(readBytes(path, mostBytes));
  } catch (cause) {
    const problem = cause instanceof InputError ? cause.message : problemOf((cause as NodeJS.ErrnoException).code);
    throw new InputError(`${name} ${path} ${problem}`, { cause });
  }
}

function readBytes(path: string, mostBytes: number): Buffer {
  // Without O_NONBLOCK, opening a pipe waits for its writer.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new InputError('is not a regular file');
    if (stats.size > mostBytes)
      throw new InputError(`has ${formatBytes(stats.size)}, expected at most ${formatBytes(mostBytes)}`);
    const bytes = Buffer.alloc(stats.size);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count) {
      count = readSync(file, bytes, length, bytes.length - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** @throws InputError that says in which encoding the text is instead. */
function decode(bytes: Buffer): string {
  const isUtf16 = ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2)) || bytes.includes(0);
  if (isUtf16)
    throw new InputError(
      'is not UTF-8 but UTF-16 or binary; write it as UTF-8 (in PowerShell with: Out-File -Encoding utf8)',
    );
  if (!isUtf8(bytes)) throw new InputError('is not text in UTF-8; write it as UTF-8');
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function problemOf(code: string | undefined): string {
  if (code === 'ENOENT') return 'does not exist';
  return code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
}
