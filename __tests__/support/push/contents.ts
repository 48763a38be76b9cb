import { dirname } from 'node:path';
import type { Contents } from '../../../src/push/check/contents.ts';

/** What an artifact with these files holds. A name that ends with `/` is an empty directory. */
export function contentsOf(files: Readonly<Record<string, string>>): Contents {
  const directories = new Set(['.']);
  for (const name of Object.keys(files)) {
    for (let path = name.replace(/\/$/, '/x'); path !== '.'; path = dirname(path)) directories.add(dirname(path));
  }
  return {
    files: new Set(Object.keys(files).filter((name) => !name.endsWith('/'))),
    directories,
    read: (path) => files[path],
  };
}
