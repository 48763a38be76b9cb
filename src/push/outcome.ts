import type { Checked } from './check/directory.ts';
import type { PushInputs } from './inputs.ts';
import type { Image } from './pack/image.ts';
import type { Found, Skopeo, SkopeoFailure } from './skopeo.ts';
import type { Upload } from './upload.ts';

/** The step once its inputs are read. */
export type Begun =
  | { readonly kind: 'refused'; readonly error: unknown }
  | {
      readonly kind: 'begun';
      readonly inputs: PushInputs;
      /** Undefined in a dry run, and when it is not installed. */
      readonly skopeo?: Skopeo | undefined;
      /** What the registry has under each destination now: asked, but perhaps not answered yet. */
      readonly before?: Promise<readonly (Found | SkopeoFailure | undefined)[]> | undefined;
    };

/** What came of the step. */
export type PushOutcome =
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'cancelled' }
  | ({ readonly kind: 'dry-run' } & Packed)
  | ({ readonly kind: 'pushed'; readonly uploads: readonly Upload[] } & Packed);

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
