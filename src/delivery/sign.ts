import { createHmac } from 'node:crypto';
import { mask } from '../util/log.ts';

/** `sha256=` and the lower-case hex HMAC-SHA256 of the exact bytes of `body`, with the UTF-8 bytes of `secret` as key. */
export function sign(body: string | Uint8Array, secret: string | Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** The header `name` that signs `body`, or none without a secret. The signature is masked: whoever has it can send the message again. */
export function signatureHeaders(body: string, secret: string | undefined, name: string): Record<string, string> {
  if (secret === undefined) return {};
  const signature = sign(body, secret);
  mask(signature.slice(signature.indexOf('=') + 1));
  return { [name]: signature };
}
