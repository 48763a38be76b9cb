import { createHmac } from 'node:crypto';
import type { Message } from '../receivers/types.ts';
import { mask } from '../util/log.ts';
import type { Endpoint } from './types.ts';

/**
 * `sha256=` and the lower-case hex HMAC-SHA256 of the exact bytes of `body`, keyed with the UTF-8 bytes of `secret`.
 */
export function sign(body: string | Uint8Array, secret: string | Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

type Proven = { readonly url: URL; readonly headers: Readonly<Record<string, string>> };

/**
 * The URL of `endpoint` and the headers with which its secret proves who sends `message`, none without a secret. What
 * is made of the secret is masked: whoever has a signature can send the message again.
 */
export function prove({ body, proof }: Message, { url, secret, signatureHeader }: Endpoint): Proven {
  if (secret === undefined || proof === undefined) return { url, headers: {} };
  switch (proof.kind) {
    case 'signature': {
      const signature = sign(body, secret);
      mask(signature.slice(signature.indexOf('=') + 1));
      return { url, headers: { [signatureHeader ?? proof.header]: signature } };
    }
    case 'token': {
      const value = proof.toValue(secret);
      mask(value);
      return { url, headers: { [proof.header]: value } };
    }
    case 'query': {
      const parameter = `${proof.parameter}=${encodeURIComponent(secret)}`;
      const proven = new URL(url);
      proven.search = url.search === '' ? `?${parameter}` : `${url.search}&${parameter}`;
      mask(encodeURIComponent(secret));
      return { url: proven, headers: {} };
    }
  }
}
