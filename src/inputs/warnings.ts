import type { Endpoint } from '../delivery/types.ts';
import { isLoopback } from '../oci/reference.ts';
import { deceptiveCharacter, nameCharacter } from '../util/text.ts';

type Chosen = {
  readonly signatureHeader?: string | undefined;
  readonly skipTlsVerification: boolean;
};

/** Warnings about inputs that are allowed but unwise, one sentence each. */
export function inputWarnings(
  endpoints: readonly Endpoint[],
  { signatureHeader, skipTlsVerification }: Chosen,
): readonly string[] {
  const warnings = new Set<string>(sameEndpointTwice(endpoints));
  for (const { url, label, secret, receiver } of endpoints) {
    const proofs = receiver.wire.proofs(url);
    const signature = proofs.find(({ kind }) => kind === 'signature');
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
      warnings.add(`url: ${label} is not encrypted, anyone on the way can read and repeat the message; use https`);
    }
    if (secret !== undefined && proofs.length === 0) {
      warnings.add(
        `secret is not used at ${label}: ${receiver.title} reads none there, its url alone proves who sends`,
      );
    }
    if (secret !== undefined && signature !== undefined && secret.length < 16) {
      warnings.add(
        'secret is shorter than 16 characters and could be guessed; use a long random one, such as the output of openssl rand -hex 32',
      );
    }
    const deceptive = deceptiveCharacter(secret ?? '');
    if (deceptive !== undefined) {
      warnings.add(
        `secret holds ${nameCharacter(deceptive)}, which is part of the key; set the secret again without it, unless the receiver's has it too`,
      );
    } else if (secret !== secret?.trim()) {
      warnings.add('secret begins or ends with spaces; they are part of the key');
    }
    if (signatureHeader !== undefined && receiver.wire.secretRequired && signature?.kind === 'signature') {
      if (signatureHeader.toLowerCase() === signature.header.toLowerCase()) continue;
      warnings.add(
        `signature-header: ${receiver.title} reads only ${signature.header}; remove it, unless something on the way renames ${signatureHeader}`,
      );
    }
  }
  if (skipTlsVerification) {
    warnings.add(
      'skip-tls-verification is on: anyone on the way can pretend to be the receiver; set ca-certificate instead',
    );
  }
  return [...warnings];
}

function sameEndpointTwice(endpoints: readonly Endpoint[]): readonly string[] {
  const firstLine = new Map<string, number>();
  return endpoints.flatMap(({ url }, index) => {
    const first = firstLine.get(url.href);
    if (first !== undefined)
      return [`url: lines ${first} and ${index + 1} are the same endpoint, which gets each message twice`];
    firstLine.set(url.href, index + 1);
    return [];
  });
}
