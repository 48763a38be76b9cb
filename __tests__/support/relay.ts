import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Received, type Receiver, startReceiver } from './receiver.ts';

const SERVER = fileURLToPath(new URL('../../relay/server.ts', import.meta.url));

export const RELAY_TOKEN = 'a-relay-token-of-some-length';
export const GITHUB_TOKEN = 'github_pat_that_nobody_may_see';
export const REPOSITORY = 'acme/config';

export type RelayProcess = {
  readonly origin: string;
  readonly port: number;
  /** What it wrote, line by line. */
  readonly lines: readonly string[];
  /** Ends it as SIGTERM does, or at once. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** The relay as `node relay/server.ts`, with nothing else in its environment, and 20 dispatches a second. */
export async function startRelay(settings: Readonly<Record<string, string>>): Promise<RelayProcess> {
  const { child, lines } = spawnRelay({
    PORT: '0',
    DISPATCHES_PER_SECOND: '20',
    RELAY_TOKEN,
    GITHUB_TOKEN,
    REPOSITORY,
    ...settings,
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the relay ended:\n${lines.join('\n')}`)));
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      lines.push(line);
      const found = /^listening on 127\.0\.0\.1 port (\d+)$/.exec(line)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    lines,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null && child.kill(signal)) await once(child, 'exit');
    },
  };
}

/** A relay that does not start: its exit code and standard error. */
export async function refusedRelay(settings: Readonly<Record<string, string>>) {
  const { child, lines } = spawnRelay(settings);
  const [exitCode] = await once(child, 'close');
  return { exitCode, lines };
}

function spawnRelay(settings: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const env = { PATH: process.env.PATH ?? '', ...settings };
  const child: ChildProcess = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  createInterface({ input: child.stderr ?? process.stdin }).on('line', (line) => lines.push(line));
  return { child, lines };
}

/** GitHub's answer: a status, with a message and headers. */
export type GitHubReply = readonly [status: number, message?: string, headers?: Readonly<Record<string, string>>];

export type Dispatches = Receiver & {
  /** What it took, as events that start a workflow. */
  readonly events: () => readonly DispatchEvent[];
};

export type DispatchEvent = {
  readonly action: string;
  readonly branch: string;
  readonly client_payload: { readonly headers: object; readonly body: unknown; readonly delivery: string };
  readonly repository: { readonly full_name: string };
};

/**
 * GitHub's API for repository_dispatch, as docs.github.com/rest/repos/repos has it: 204 for what it takes, 401 for another
 * token, 404 for another repository. `fault` answers a request differently.
 */
export async function startDispatches(
  fault: (index: number) => GitHubReply | undefined = () => undefined,
): Promise<Dispatches> {
  const events: DispatchEvent[] = [];
  const answerTo = ({ method, path, headers, body }: Received): GitHubReply => {
    if (headers.authorization !== `Bearer ${GITHUB_TOKEN}`) return [401, 'Bad credentials'];
    if (method !== 'POST' || path !== `/repos/${REPOSITORY}/dispatches`) return [404, 'Not Found'];
    const { event_type, client_payload } = JSON.parse(body);
    if (typeof event_type !== 'string') return [422, 'Invalid request.'];
    if (JSON.stringify(client_payload).length > 65_535) return [422, 'client_payload is too large.'];
    if (Object.keys(client_payload).length > 10) return [422, 'client_payload has more than 10 properties'];
    events.push({ action: event_type, branch: 'main', client_payload, repository: { full_name: REPOSITORY } });
    return [204];
  };
  const receiver = await startReceiver((request, response, index) => {
    const [status, message, headers] = fault(index) ?? answerTo(request);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(status === 204 ? undefined : JSON.stringify({ message }));
  });
  return { ...receiver, events: () => events };
}
