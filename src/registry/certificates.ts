import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { InputError, messageOf } from '../util/errors.ts';
import { readTextFile } from '../util/read-file.ts';

/** Certificates as Docker and skopeo find them: docs.docker.com/engine/security/certificates, containers-certs.d(5). */

/** PEM texts: CAs, and certificates of our own with their keys. */
type HostCertificates = {
  readonly directory: string;
  readonly ca: readonly string[];
  readonly cert: string[];
  readonly key: string[];
};

/** Bytes. All CAs that a system trusts have a fifth of it. */
const MOST_BYTES = 1024 * 1024;

/**
 * What the first `certs.d` with a directory for `host` has in it: `*.crt`, and pairs of `*.cert` and `*.key`.
 * @throws InputError that names a file that cannot be read.
 */
export function readCertificates(host: string, { HOME }: NodeJS.ProcessEnv): HostCertificates | undefined {
  const home = HOME || homedir();
  const places = [`${home}/.config/containers`, '/etc/containers', `${home}/.docker`, '/etc/docker'];
  for (const place of places) {
    const directory = join(place, 'certs.d', host);
    const files = list(directory);
    if (files.length === 0) continue;
    const read = (ending: string) =>
      files
        .filter((file) => file.endsWith(ending))
        .map((file) => readTextFile(join(directory, file), { name: 'the certificate file', mostBytes: MOST_BYTES }));
    return { directory, ca: read('.crt'), cert: read('.cert'), key: read('.key') };
  }
  return undefined;
}

function list(directory: string): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}

/**
 * TLS that trusts whom Node and the system trust, and what is in `own`: with Node's key groups, or those in
 * `ecdhCurve`.
 * @throws InputError that names the directory of `own` where these cannot be used.
 */
export function systemContext(own: HostCertificates | undefined, ecdhCurve?: string): SecureContext {
  const trusted = (['bundled', 'extra', 'system'] as const).flatMap((kind) => getCACertificates(kind));
  const ca = [...new Set([...trusted, ...(own?.ca ?? [])])];
  const groups = ecdhCurve === undefined ? {} : { ecdhCurve };
  try {
    return createSecureContext({
      ca,
      ...groups,
      ...(own !== undefined && own.cert.length > 0 && { cert: own.cert, key: own.key }),
    });
  } catch (cause) {
    throw new InputError(`the certificates in ${own?.directory} cannot be used: ${messageOf(cause)}`, { cause });
  }
}
