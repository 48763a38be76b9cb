import { InputError } from '../input-error.ts';
import type { Target } from './format.ts';

/** What holds for a receiver that takes a POST to any URL, needs no signature, and of whose answers nothing more is known. */
export const plainTarget: Omit<Target, 'title' | 'encode'> = {
  signatureHeader: 'X-Hub-Signature-256',
  secretRequired: false,
  urlIsCredential: false,
  needsDigest: true,

  endpointUrl(url, target) {
    if (target === undefined) return url;
    throw new InputError('target: only doco-cd has targets; remove it, or set format to doco-cd');
  },

  mayRetry: (_exchange, usual) => usual,
  words: () => undefined,
  hint: () => undefined,
  jobId: () => undefined,
};
