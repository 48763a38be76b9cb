import { messageOf } from '../util/errors.ts';
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

/** What the step has done so far. It is filled while tags are pushed: whatever ends the step, they are reported. */
export type PushSoFar = {
  /** Missing until the first tag is pushed. */
  packed?: Packed | undefined;
  readonly uploads: Upload[];
};

/** The outcome of a step that `error` ended: nobody knows of the tag that was pushed meanwhile. */
export function brokenBy(error: unknown, { packed, uploads }: PushSoFar): PushOutcome {
  if (packed === undefined) return { kind: 'refused', error };
  const message = `an error ended the step, which is a bug in oci-webhook-action, please report it: ${messageOf(error)}`;
  const rest = packed.inputs.destinations.slice(uploads.length).map((destination, index): Upload => {
    if (index > 0 || uploads.some(({ kind }) => kind === 'failed')) return { kind: 'not-tried', destination };
    return { kind: 'failed', destination, message, inDoubt: true };
  });
  return { kind: 'pushed', ...packed, uploads: [...uploads, ...rest], isCancelled: false };
}

/** The number of files, without directories. */
export function countFiles({ entries }: Checked): number {
  return entries.reduce((sum, { kind }) => sum + (kind === 'file' ? 1 : 0), 0);
}
