import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCertificates } from '../../__tests__/support/certificates.ts';
import { accepted, type Receiver, startReceiver } from '../../__tests__/support/receiver.ts';
import type { Program } from './measure.ts';

/** What all benches share: a directory, certificates, a realistic event, and the programs that are compared. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BODY = JSON.stringify({ source: 'oci', digest: `sha256:${'3'.repeat(64)}`, artifact: 'ghcr.io/acme/app:v1.2.3' });
const SECRET = 'bench-secret-0123456789abcdef';

type Inputs = Readonly<Record<string, string>>;

type Floor = {
  readonly urls: readonly string[];
  /** Messages to each URL, 1 unless set. */
  readonly messages?: number;
  /** A file that is read and parsed first. */
  readonly event?: string;
};

export type Setting = {
  /** Writes `text` to a file of this name and returns its path. */
  file(name: string, text: string): string;
  /** A receiver that accepts everything at once. Its certificate is trusted as a public one would be. */
  receiver(scheme: 'http' | 'https'): Promise<Receiver>;
  /** The bundled action on a complete registry_package event, or another event of the fixtures. */
  notify(inputs: Inputs, event?: string): Program;
  /** The bundled push action. */
  push(inputs: Inputs): Program;
  /** Bare Node that makes the same deliveries. */
  floor(work: Floor): Program;
  /** Node with a program of this repository, or another one. */
  node(script: string, ...args: readonly string[]): Program;
  remove(): void;
};

export function prepare(): Setting {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-bench-'));
  const file = (name: string, text: string) => {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const { ca, server } = makeCertificates();
  const runner = {
    PATH: process.env.PATH ?? '',
    HOME: directory,
    RUNNER_TEMP: directory,
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    GITHUB_SERVER_URL: 'https://github.com',
    NODE_EXTRA_CA_CERTS: file('authority.pem', ca.cert),
  };
  // Without this variable Node does not read certificates for http.
  const { NODE_EXTRA_CA_CERTS: _, ...plain } = runner;
  const node = (script: string, ...args: readonly string[]): Program => {
    const env = args.some((arg) => arg.includes('https:')) ? runner : plain;
    return { command: process.execPath, args: [script, ...args], cwd: directory, env };
  };
  const action = (entry: string, inputs: Inputs, more: Inputs = {}): Program => {
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const env = inputs.url?.startsWith('https:') ? runner : plain;
    return { ...node(join(ROOT, entry)), env: { ...env, ...more, ...Object.fromEntries(given) } };
  };
  return {
    file,
    node,
    receiver: (scheme) => startReceiver(accepted, scheme === 'https' ? server : undefined),
    notify: (inputs, event = 'index-tagged.json') =>
      action('dist/index.js', inputs, {
        GITHUB_EVENT_NAME: 'registry_package',
        GITHUB_EVENT_PATH: join(ROOT, '__tests__/fixtures/events', event),
        INPUT_SECRET: SECRET,
      }),
    push: (inputs) => action('dist/push/index.js', inputs),
    floor: (work) =>
      node(join(import.meta.dirname, 'floor.cjs'), JSON.stringify({ secret: SECRET, body: BODY, ...work })),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
