import { InputError } from './errors.ts';

/** The version in package.json. A test compares the two, so that no file has to be read at start. */
export const VERSION = '1.0.0';
export const USER_AGENT = `oci-webhook-action/${VERSION}`;

/** The Node that GitHub's runner starts. An older one would fail somewhere in the middle. */
const OLDEST_NODE = 24;

/** @throws InputError when the Node that runs this is too old. */
export function requireNode(): void {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return;
  throw new InputError(
    `this action needs Node ${OLDEST_NODE}, but the runner started ${process.version}: update the runner, or start the action with a newer Node`,
  );
}
