import { InputError } from '../util/errors.ts';
import type { Receiver } from './types.ts';

/** A receiver that takes a POST at any URL, needs no signature, and of whose responses nothing more is known. */
export const plainReceiver: Omit<Receiver, 'title' | 'serialize'> = {
  signatureHeader: 'X-Hub-Signature-256',
  secretRequired: false,
  urlIsCredential: false,
  needsDigest: true,

  endpointUrl(url, target) {
    if (target === undefined) return url;
    throw new InputError('target: only doco-cd has targets; remove it, or set format to doco-cd');
  },

  isAcceptance: () => true,
  isRetryable: (_result, usual) => usual,
  serverMessage: () => undefined,
  hint: () => undefined,
  jobId: () => undefined,
};
