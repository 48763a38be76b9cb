import type { Checked } from './check/directory.ts';
import type { PushInputs } from './inputs.ts';
import type { Image } from './pack/image.ts';
import type { Upload } from './upload.ts';

/** What came of the step. */
export type PushOutcome =
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'cancelled' }
  | ({ readonly kind: 'dry-run' } & Packed)
  | ({ readonly kind: 'pushed'; readonly uploads: readonly Upload[]; readonly isCancelled: boolean } & Packed);

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
