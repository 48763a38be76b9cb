import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { InputError } from '../util/errors.ts';

/** Certificates from the inputs: CAs to trust, and our own certificate. Loaded only when one is set. */

export type TlsInputs = {
  /** PEM, trusted in addition to the CAs that Node trusts. */
  readonly caCertificate?: string | undefined;
  readonly clientCertificate?: string | undefined;
  readonly clientKey?: string | undefined;
};

/**
 * The TLS side of connections, with Node's key groups or with those in `ecdhCurve`.
 * @throws InputError that names the input that cannot be used and why. Keys are never shown.
 */
export function createTlsContext(
  { caCertificate, clientCertificate, clientKey }: TlsInputs,
  ecdhCurve?: string,
): SecureContext {
  if (caCertificate !== undefined) readCertificates(caCertificate, 'ca-certificate');
  if (clientCertificate !== undefined && clientKey !== undefined) checkPair(clientCertificate, clientKey);
  try {
    return createSecureContext({
      ...(ecdhCurve !== undefined && { ecdhCurve }),
      // With part of a chain: an issuing CA or the server's own certificate may be given, as with curl --cacert.
      ...(caCertificate !== undefined && {
        ca: [...trustedAuthorities(), caCertificate],
        allowPartialTrustChain: true,
      }),
      ...(clientCertificate !== undefined && { cert: clientCertificate, key: clientKey }),
    });
  } catch (cause) {
    const name = clientCertificate === undefined ? 'ca-certificate' : 'client-certificate';
    throw new InputError(
      `${name} cannot be used${reason(cause)}; use a certificate whose key and signature OpenSSL accepts as safe`,
      { cause },
    );
  }
}

/** Node silently skips what it cannot read in a list of CAs, so each certificate is parsed here first. */
function readCertificates(pem: string, name: string): readonly X509Certificate[] {
  const blocks =
    pem.match(/-----BEGIN [A-Z0-9 ]*CERTIFICATE-----[\s\S]*?(?:-----END [A-Z0-9 ]*CERTIFICATE-----|$)/g) ?? [];
  return blocks.map((block, index) => {
    try {
      return new X509Certificate(block);
    } catch (cause) {
      const which = blocks.length === 1 ? 'the certificate' : `certificate ${index + 1} of ${blocks.length}`;
      throw new InputError(`${name}: ${which} cannot be read${reason(cause)}; pass the PEM text with its line breaks`, {
        cause,
      });
    }
  });
}

function checkPair(clientCertificate: string, clientKey: string): void {
  const [certificate] = readCertificates(clientCertificate, 'client-certificate');
  if (/-----BEGIN ENCRYPTED|^Proc-Type: .*ENCRYPTED/m.test(clientKey)) {
    throw new InputError(
      'client-key is encrypted with a passphrase; pass the key without one, as openssl pkey writes it',
    );
  }
  let key: ReturnType<typeof createPrivateKey>;
  try {
    key = createPrivateKey(clientKey);
  } catch (cause) {
    throw new InputError(`client-key cannot be read${reason(cause)}; pass the PEM text with its line breaks`, {
      cause,
    });
  }
  if (certificate && !certificate.checkPrivateKey(key)) {
    throw new InputError(
      'client-key does not belong to client-certificate; the first certificate must be the one of the key',
    );
  }
}

/** OpenSSL's description of the error, without its codes. */
function reason(error: unknown): string {
  const description = (error as { reason?: unknown }).reason;
  return typeof description === 'string' ? ` (${description})` : '';
}

/**
 * What Node trusts by default: its own list, NODE_EXTRA_CA_CERTS, and the system's list if Node was started with that
 * option.
 */
function trustedAuthorities(): readonly string[] {
  const flags = `${process.env.NODE_OPTIONS ?? ''} ${process.execArgv.join(' ')}`;
  if (/--use-(?:system|openssl)-ca/.test(flags) || process.env.NODE_USE_SYSTEM_CA === '1')
    return getCACertificates('default');
  return [...getCACertificates('bundled'), ...getCACertificates('extra')];
}
