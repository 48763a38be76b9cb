import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCertificates } from '../../__tests__/support/certificates.ts';
import { accepted, type Receiver, type Respond, startReceiver } from '../../__tests__/support/receiver.ts';
import { entryOf } from '../../__tests__/support/run-action.ts';
import type { Program } from './measure.ts';

/** What all benches share: a directory, certificates, a realistic event, and the programs that are compared. */

export const SECRET = 'bench-secret-0123456789abcdef';
export const PUBLISHED = { digest: `sha256:${'3'.repeat(64)}`, artifact: 'ghcr.io/acme/app-config:v1.2.3' };
export const EVENTS = fileURLToPath(new URL('../../__tests__/fixtures/events/', import.meta.url));
const FLOOR = fileURLToPath(new URL('floor.cjs', import.meta.url));

type Environment = Readonly<Record<string, string>>;

export type Setting = {
  readonly rounds: number;
  /** Writes `text` to a file of this name and returns its path. */
  file(name: string, text: string): string;
  /** The authority that signed the certificate of the receivers. */
  readonly authority: { readonly path: string; readonly pem: string };
  /** Makes Node trust that authority as it would trust a public one: the action and the floor on https, unless they are given it. */
  readonly trust: Environment;
  /** A receiver that accepts everything by default. */
  receiver(scheme: 'http' | 'https', respond?: Respond): Promise<Receiver>;
  /** The bundled action, by default on a complete registry_package event. */
  action(inputs: Environment, env?: Environment): Program;
  /** Bare Node that makes the same deliveries. */
  floor(work: Floor): Program;
  /** Node with an empty program. */
  readonly empty: Program;
  /** Anything else in this directory, with a clean environment. */
  program(command: string, args: readonly string[], env?: Environment): Program;
  remove(): void;
};

export type Floor = {
  readonly urls: readonly string[];
  /** Messages to each URL, 1 unless set. */
  readonly messages?: number;
  /** A file that is read and parsed first. */
  readonly event?: string;
  /** A file with the certificate to trust, alone or beside Node's roots. What Node trusts by itself unless set. */
  readonly ca?: string;
  readonly withRoots?: boolean;
};

/** @param rounds how often each comparison is run. */
export function prepare(rounds: number): Setting {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-bench-'));
  const file = (name: string, text: string) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };
  const { ca, server } = makeCertificates();
  const authority = { path: file('authority.pem', ca.cert), pem: ca.cert };
  const trust = { NODE_EXTRA_CA_CERTS: authority.path };
  const trustFor = (url = '', ca?: string) => (url.startsWith('https:') && ca === undefined ? trust : {});
  const clean = { PATH: process.env.PATH ?? '', HOME: directory };
  const program = (command: string, args: readonly string[], env: Environment = {}): Program => {
    return { command, args, cwd: directory, env: { ...clean, ...env } };
  };
  const node = (args: readonly string[], env?: Environment) => program(process.execPath, args, env);
  const runner = {
    RUNNER_TEMP: directory,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'registry_package',
    GITHUB_EVENT_PATH: join(EVENTS, 'index-tagged.json'),
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    GITHUB_SERVER_URL: 'https://github.com',
    INPUT_SECRET: SECRET,
  };
  const body = JSON.stringify({ source: 'oci', ...PUBLISHED });
  return {
    rounds,
    file,
    authority,
    trust,
    receiver: (scheme, respond = accepted) => startReceiver(respond, scheme === 'https' ? server : undefined),
    action(inputs, env = {}) {
      const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      return node([entryOf('dist')], {
        ...runner,
        ...trustFor(inputs.url, inputs['ca-certificate']),
        ...Object.fromEntries(given),
        ...env,
      });
    },
    floor: (work) => node([FLOOR, JSON.stringify({ secret: SECRET, body, ...work })], trustFor(work.urls[0], work.ca)),
    empty: node([file('empty.cjs', '')]),
    program,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** A file with the tagged event and the labels that make real events large. */
export function largeEvent({ file }: Setting, bytes: number): string {
  const event = JSON.parse(readFileSync(join(EVENTS, 'index-tagged.json'), 'utf8'));
  const label = {
    name: 'org.opencontainers.image.description',
    value: 'What changed, "quoted" and described at length.\n',
  };
  const labels = (bytes - JSON.stringify(event).length) / (JSON.stringify(label).length + 1);
  event.registry_package.labels = Array.from({ length: Math.ceil(labels) }, () => label);
  return file(`event-${bytes}.json`, JSON.stringify(event));
}

/** A file with one Distribution event that names `count` artifacts. */
export function manyArtifacts({ file }: Setting, count: number): string {
  const events = Array.from({ length: count }, (_, index) => ({
    action: 'push',
    target: {
      mediaType: 'application/vnd.oci.image.index.v1+json',
      digest: `sha256:${String(index).padStart(64, '0')}`,
      repository: `acme/app-${index}`,
      url: `https://registry.example.com/v2/acme/app-${index}/manifests/v1`,
      tag: 'v1',
    },
  }));
  return file('many-artifacts.json', JSON.stringify({ events }));
}
