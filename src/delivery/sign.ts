import { createHmac } from 'node:crypto';

/** `sha256=` and the lower-case hex HMAC-SHA256 of the exact bytes of `body`, with the UTF-8 bytes of `secret` as key. */
export function sign(body: string | Uint8Array, secret: string | Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
