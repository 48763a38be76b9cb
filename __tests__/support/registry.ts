import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The account of a registry with `auth`. The hash is bcrypt of PASSWORD, cost 5. */
export const USER = 'tester';
export const PASSWORD = 'a-registry-password';
const HTPASSWD = `${USER}:$2b$05$abcdefghijklmnopqrstuuOsXG.OUq8x0f5GnY8XOQd8UGDQQcyDW\n`;

export type Registry = {
  /** `127.0.0.1:<port>`, plain http. */
  readonly host: string;
  close(): Promise<void>;
};

type RegistryOptions = {
  /** Whether reading and writing needs USER and PASSWORD. */
  readonly auth?: boolean;
  /** Where it sends for tokens, and the file with the certificate of whoever signs them. */
  readonly token?: { readonly realm: string; readonly certificate: string };
  /** URL that gets the registry's own notifications, one request per event. */
  readonly notify?: string;
  /** Headers of those requests. */
  readonly notifyHeaders?: Readonly<Record<string, readonly string[]>>;
  /** The whole section of its configuration, in the place of one made from the two above. */
  readonly notifications?: object;
};

/** A real docker-registry (Debian's 2.8) on a free port of 127.0.0.1, its storage in a directory of its own. */
export async function startRegistry({
  auth = false,
  token,
  notify,
  notifyHeaders = {},
  notifications,
}: RegistryOptions = {}): Promise<Registry> {
  const directory = await mkdtemp(join(tmpdir(), 'oci-webhook-registry-'));
  const config = {
    version: '0.1',
    log: { level: 'info' },
    storage: { filesystem: { rootdirectory: join(directory, 'data') }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0' },
    ...(auth && { auth: { htpasswd: { realm: 'test', path: join(directory, 'htpasswd') } } }),
    ...(token && {
      auth: { token: { realm: token.realm, service: 'test', issuer: 'test', rootcertbundle: token.certificate } },
    }),
    ...(notify !== undefined && {
      notifications: {
        endpoints: [
          { name: 'test', url: notify, headers: notifyHeaders, timeout: '1s', threshold: 5, backoff: '100ms' },
        ],
      },
    }),
    ...(notifications && { notifications }),
  };
  await writeFile(join(directory, 'config.yml'), JSON.stringify(config));
  await writeFile(join(directory, 'htpasswd'), HTPASSWD);
  const child = spawn('docker-registry', ['serve', join(directory, 'config.yml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, OTEL_TRACES_EXPORTER: 'none' },
  });
  const close = async () => {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
    await rm(directory, { recursive: true, force: true });
  };
  try {
    return { host: await listening(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function listening(child: ChildProcess): Promise<string> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    child.once('error', (cause) =>
      reject(
        new Error('docker-registry cannot be started, these tests need it: apt-get install docker-registry', { cause }),
      ),
    );
    child.once('exit', () => reject(new Error(`docker-registry ended:\n${lines.join('\n')}`)));
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      const host = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (host !== undefined) resolve(host);
    });
  });
}
