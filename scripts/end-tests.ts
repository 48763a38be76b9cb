import { after } from 'node:test';

/**
 * Loaded into the process of every test file: ends it when its tests are done, whatever a failed one has left open, such as a
 * server. `--test-force-exit` would do that too, but cuts off the report of a file with many tests (Node 24.21).
 */

/** Longer than the report takes to be written on a busy machine. A process that nothing holds ends at once. */
const GRACE_MS = 15_000;

after(() => {
  setTimeout(() => process.exit(), GRACE_MS).unref();
});
