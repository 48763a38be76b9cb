import { createHash } from 'node:crypto';

/** The digest by which registries name `content`: the SHA-256 of its bytes, of text in UTF-8. */
export function sha256Digest(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
