import type { Endpoint } from './endpoint.ts';
import type { Target } from './formats/format.ts';
import { isLoopback } from './reference.ts';

type Chosen = {
  readonly format: Target;
  readonly signatureHeader: string;
  readonly skipTlsVerification: boolean;
};

/** What inputs may say although it is unwise, one sentence each. */
export function warningsFor(
  endpoints: readonly Endpoint[],
  { format, signatureHeader, skipTlsVerification }: Chosen,
): readonly string[] {
  const warnings = new Set<string>();
  for (const { url, label, secret } of endpoints) {
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
      warnings.add(`url: ${label} is not encrypted, anyone on the way can read and repeat the message; use https`);
    }
    if (secret !== undefined && secret.length < 16) {
      warnings.add(
        'secret is shorter than 16 characters and could be guessed; use a long random one, as from openssl rand -hex 32',
      );
    }
    if (secret !== undefined && secret !== secret.trim()) {
      warnings.add('secret begins or ends with spaces; they are part of the key');
    }
  }
  if (format.secretRequired && signatureHeader.toLowerCase() !== format.signatureHeader.toLowerCase()) {
    warnings.add(
      `signature-header: ${format.title} reads ${format.signatureHeader} and no other; remove it, unless something on the way renames ${signatureHeader}`,
    );
  }
  if (skipTlsVerification) {
    warnings.add(
      'skip-tls-verification is on: anyone on the way can pose as the receiver; better pass its authority in ca-certificate',
    );
  }
  return [...warnings];
}
