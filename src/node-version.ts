import { InputError } from './input-error.ts';

/** What the actions use of Node is in 24; an older runner would fail somewhere in the middle. */
const OLDEST_NODE = 24;

/** @throws InputError when the Node that runs this is too old. */
export function requireNode(): void {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return;
  throw new InputError(
    `this action needs Node ${OLDEST_NODE}, the runner started ${process.version}: update the runner (elsewhere, start it with a newer Node)`,
  );
}
