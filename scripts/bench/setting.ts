import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accepted, type Receiver, type Respond, startReceiver } from '../../__tests__/support/receiver.ts';
import { entryOf } from '../../__tests__/support/run-action.ts';
import { makeCertificate } from './certificate.ts';
import type { Program } from './process.ts';

/** What all benches share: a directory, a certificate, a realistic event, and the programs that are compared. */

export const SECRET = 'bench-secret-0123456789abcdef';
const EVENT = fileURLToPath(new URL('../../__tests__/fixtures/events/index-tagged.json', import.meta.url));
const FLOOR = fileURLToPath(new URL('floor.cjs', import.meta.url));

export type Setting = {
  readonly rounds: number;
  /** Runs for the peak memory, which hardly varies. */
  readonly memoryRuns: number;
  /** Writes `text` to a file of this name and returns its path. */
  file(name: string, text: string): string;
  /** A certificate for 127.0.0.1 and localhost that is its own authority. */
  readonly certificate: { readonly path: string; readonly pem: string };
  /** A receiver that accepts everything after `delayMs`; its handshakes are not delayed. */
  receiver(scheme: 'http' | 'https', respond?: Respond): Promise<Receiver>;
  /** The bundled action on a complete registry_package event. */
  action(inputs: Readonly<Record<string, string>>, change?: ActionChange): Program;
  /** Bare Node that does the same deliveries. `ca` is a file to trust alone, or with + before it besides what Node trusts. */
  floor(urls: readonly string[], change?: FloorChange): Program;
  /** Node with an empty program. */
  readonly empty: Program;
  /** Anything else in this directory, with a clean environment. */
  program(command: string, args: readonly string[], env?: Readonly<Record<string, string>>): Program;
  remove(): void;
};

type Environment = Readonly<Record<string, string>>;
type ActionChange = { readonly event?: string; readonly env?: Environment };
type FloorChange = { readonly body?: string; readonly ca?: string; readonly env?: Environment };

/** What doco-cd is sent for the event. */
const BODY = JSON.stringify({
  source: 'oci',
  digest: `sha256:${'3'.repeat(64)}`,
  artifact: 'ghcr.io/acme/app-config:v1.2.3',
});

export function prepare(rounds: number): Setting {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-bench-'));
  const file = (name: string, text: string) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };
  const certificate = makeCertificate(directory);
  const tls = { cert: certificate.pem, key: certificate.key };
  const clean = { PATH: process.env.PATH ?? '', HOME: directory };
  const program = (command: string, args: readonly string[], env: Environment = {}): Program => {
    return { command, args, cwd: directory, env: { ...clean, ...env } };
  };
  const node = (args: readonly string[], env?: Environment) => program(process.execPath, args, env);
  const runner = {
    RUNNER_TEMP: directory,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'registry_package',
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    GITHUB_SERVER_URL: 'https://github.com',
  };
  return {
    rounds,
    memoryRuns: Math.min(rounds, 5),
    file,
    certificate,
    receiver: (scheme, respond = accepted) => startReceiver(respond, scheme === 'https' ? tls : undefined),
    action(inputs, { event = EVENT, env = {} } = {}) {
      const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      return node([entryOf('dist')], {
        ...runner,
        GITHUB_EVENT_PATH: event,
        INPUT_SECRET: SECRET,
        ...Object.fromEntries(given),
        ...env,
      });
    },
    floor: (urls, { body = BODY, ca = '-', env = {} } = {}) =>
      node([FLOOR, body, ca, ...urls], { FLOOR_SECRET: SECRET, ...env }),
    empty: node([file('empty.cjs', '')]),
    program,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Accepts, but answers only after this time. */
export function acceptAfter(delayMs: number): Respond {
  if (delayMs === 0) return accepted;
  return (request, response) => void setTimeout(() => accepted(request, response), delayMs);
}
