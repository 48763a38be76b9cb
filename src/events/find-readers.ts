import { isObject } from '../util/json.ts';
import { github } from './github.ts';
import type { EventReader } from './types.ts';

/** The systems that may have sent `body`: GitHub where it has the shape of its events, else all, loaded only then. */
export async function readersFor(body: unknown): Promise<readonly EventReader[]> {
  if (isObject(body) && github.matches(body)) return [github];
  return (await import('./index.ts')).READERS;
}
