import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PEM texts. */
export type Identity = { readonly cert: string; readonly key: string };

export type Certificates = {
  /** Authorities; each signs for itself. */
  readonly ca: Identity;
  readonly otherCa: Identity;
  /** By `ca`, and for localhost by this one. */
  readonly intermediate: Identity;
  readonly chained: Identity;
  /** For localhost, by `server`, which is no authority. */
  readonly forged: Identity;
  /** For localhost and 127.0.0.1, by `ca`. */
  readonly server: Identity;
  readonly expired: Identity;
  /** Valid from some day in the future. */
  readonly early: Identity;
  /** With a key of 1,024 bits. */
  readonly weak: Identity;
  /** For other.example alone. */
  readonly otherHost: Identity;
  /** For localhost, by itself. */
  readonly selfSigned: Identity;
  readonly client: Identity;
  /** By the other authority. */
  readonly otherCaClient: Identity;
};

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const LOCAL = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
/** `openssl ca` is the one way to set both dates that every version has. */
const DATABASE = `[ca]
default_ca=x
[x]
database=index.txt
new_certs_dir=.
default_md=sha256
policy=p
rand_serial=yes
[p]
commonName=supplied
`;

/** Certificates for one test run, made by the machine's openssl. */
export function makeCertificates(): Certificates {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-certificates-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: directory, stdio: 'pipe' });
  const read = (name: string): Identity => ({
    cert: readFileSync(join(directory, `${name}.pem`), 'utf8'),
    key: readFileSync(join(directory, `${name}.key`), 'utf8'),
  });
  const signItself = (name: string, extension: string) => {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`];
    openssl('req', '-x509', ...KEY, '-days', '2', '-subj', `/CN=${name}`, '-addext', extension, ...files);
    return read(name);
  };
  const sign = (name: string, ca: string, extension: string, dates = ['-days', '2'], key = KEY) => {
    openssl('req', ...key, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    writeFileSync(join(directory, 'extensions'), extension);
    const by = ['-cert', `${ca}.pem`, '-keyfile', `${ca}.key`, '-extfile', 'extensions'];
    const files = ['-in', `${name}.csr`, '-out', `${name}.pem`];
    openssl('ca', '-batch', '-notext', '-config', 'ca.cnf', ...by, ...dates, ...files);
    return read(name);
  };
  try {
    writeFileSync(join(directory, 'ca.cnf'), DATABASE);
    writeFileSync(join(directory, 'index.txt'), '');
    const past = ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z'];
    return {
      ca: signItself('ca', 'basicConstraints=critical,CA:TRUE'),
      otherCa: signItself('other-ca', 'basicConstraints=critical,CA:TRUE'),
      selfSigned: signItself('self-signed', LOCAL),
      server: sign('server', 'ca', LOCAL),
      intermediate: sign('intermediate', 'ca', 'basicConstraints=critical,CA:TRUE'),
      chained: sign('chained', 'intermediate', LOCAL),
      forged: sign('forged', 'server', LOCAL),
      expired: sign('expired', 'ca', LOCAL, past),
      early: sign('early', 'ca', LOCAL, ['-startdate', '20990101000000Z', '-enddate', '20990201000000Z']),
      weak: sign('weak', 'ca', LOCAL, ['-days', '2'], ['-newkey', 'rsa:1024', '-nodes']),
      otherHost: sign('other-host', 'ca', 'subjectAltName=DNS:other.example'),
      client: sign('client', 'ca', 'extendedKeyUsage=clientAuth'),
      otherCaClient: sign('other-ca-client', 'other-ca', 'extendedKeyUsage=clientAuth'),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
