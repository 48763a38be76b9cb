import type { Checked } from './check.ts';
import type { Image } from './image.ts';
import type { PushInputs } from './inputs.ts';
import type { Push } from './push.ts';

/** What became of the step. */
export type PushOutcome =
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'cancelled' }
  | ({ readonly kind: 'dry-run' } & Packed)
  | ({ readonly kind: 'pushed'; readonly pushes: readonly Push[] } & Packed);

/** A directory that was checked and packed. */
export type Packed = {
  readonly inputs: PushInputs;
  readonly checked: Checked;
  readonly image: Image;
};

/** The number of files, without directories. */
export function countFiles({ entries }: Checked): number {
  return entries.reduce((sum, { kind }) => sum + (kind === 'file' ? 1 : 0), 0);
}
