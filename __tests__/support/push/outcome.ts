import type { Packed } from '../../../src/push/outcome.ts';
import { buildImage } from '../../../src/push/pack/image.ts';
import { ARTIFACT, readInputs } from './inputs.ts';

/** Where {@link ARTIFACT} goes. */
export const DESTINATION = { host: 'ghcr.io', path: 'acme/config', tag: 'main' };

/** A directory with files of one byte at `paths`, as if it were packed. */
export function packedOf(paths: readonly string[]): Packed {
  return {
    inputs: readInputs(ARTIFACT),
    checked: {
      root: '/x',
      bytes: 3,
      warnings: [],
      entries: paths.map((path) => ({ path, kind: 'file' as const, bytes: 1, executable: false })),
    },
    image: buildImage({ digest: `sha256:${'1'.repeat(64)}`, diffId: `sha256:${'2'.repeat(64)}`, bytes: 10 }, {}),
  };
}
