import { InputError } from './index.js';

const plainTarget = {
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

export { plainTarget };
