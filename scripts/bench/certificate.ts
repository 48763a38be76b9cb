import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** PEM texts, and where the certificate is. */
export type Certificate = { readonly path: string; readonly pem: string; readonly key: string };

/** A certificate for localhost and 127.0.0.1 that is its own authority, made by the machine's openssl in `directory`. */
export function makeCertificate(directory: string): Certificate {
  const path = join(directory, 'certificate.pem');
  const keyPath = join(directory, 'key.pem');
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const keys = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const options = ['req', '-x509', ...keys, ...subject, '-keyout', keyPath, '-out', path];
  execFileSync('openssl', options, { stdio: ['ignore', 'ignore', 'pipe'] });
  return { path, pem: readFileSync(path, 'utf8'), key: readFileSync(keyPath, 'utf8') };
}
