import { createBrotliDecompress, createGunzip, createInflate, constants as zlib } from 'node:zlib';

/** Reads answers that were compressed although `Accept-Encoding: identity` was sent. Loaded only where one came. */

type Decoded = {
  /** The first `limit` bytes at most. */
  readonly bytes: Buffer;
  readonly isTooLong: boolean;
};

/**
 * What `bytes`, which may be cut, were before they were coded. Undefined for codings other than gzip, deflate and br.
 */
export function decode(bytes: Buffer, coding: string, limit: number): Promise<Decoded | undefined> {
  const decoder = createDecoder(coding.trim().toLowerCase());
  if (decoder === undefined) return Promise.resolve(undefined);
  const { promise, resolve } = Promise.withResolvers<Decoded>();
  const chunks: Buffer[] = [];
  let size = 0;
  const end = () => {
    resolve({ bytes: Buffer.concat(chunks).subarray(0, limit), isTooLong: size > limit });
    decoder.destroy();
  };
  decoder.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) end();
  });
  // What came before the fault counts, as in an answer that was cut.
  decoder.on('error', end).on('end', end).end(bytes);
  return promise;
}

function createDecoder(coding: string) {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip({ finishFlush: zlib.Z_SYNC_FLUSH });
    case 'deflate':
      return createInflate({ finishFlush: zlib.Z_SYNC_FLUSH });
    case 'br':
      return createBrotliDecompress({ finishFlush: zlib.BROTLI_OPERATION_FLUSH });
    default:
      return undefined;
  }
}
