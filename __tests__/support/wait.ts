import { type DocoCd, type DocoCdOptions, startDocoCd } from './doco-cd.ts';
import type { Received } from './receiver.ts';
import { type ActionOptions, type ActionRun, runAction } from './run-action.ts';

export const SECRET = 'a-test-secret-of-some-length';
export const API_SECRET = 'the-key-of-the-run-api';
export const ARTIFACT = 'ghcr.io/acme/app:v1';
export const DIGEST = `sha256:${'a'.repeat(64)}`;

export type WaitScenario = Omit<DocoCdOptions, 'secret' | 'apiSecret'> & {
  /** API_SECRET is not set on the server. */
  readonly withoutApi?: boolean;
  /** Path and query of the url input. */
  readonly path?: string | undefined;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly action?: Omit<ActionOptions, 'inputs'>;
  /** Called with the log so far, each time it has grown. */
  readonly onLog?: (log: string, server: DocoCd) => void;
};

export type Observed = {
  readonly run: ActionRun;
  readonly server: DocoCd;
  readonly posts: readonly Received[];
  /** Questions for the state of the run. */
  readonly polls: readonly Received[];
  /** All other questions. */
  readonly checks: readonly Received[];
  /** The first entry of the `deliveries` output. */
  readonly delivery: Readonly<Record<string, unknown>>;
};

/** Runs the action with `wait: true` against a doco-cd of its own. */
export async function observe(scenario: WaitScenario): Promise<Observed> {
  const { inputs, action, onLog, withoutApi, path = '', ...options } = scenario;
  const server = await startDocoCd({ secret: SECRET, apiSecret: withoutApi ? undefined : API_SECRET, ...options });
  let log = '';
  const run = await runAction({
    ...action,
    onOutput(text) {
      log += text;
      onLog?.(log, server);
    },
    inputs: {
      url: `${server.origin}${path}`,
      secret: SECRET,
      artifact: ARTIFACT,
      digest: DIGEST,
      wait: 'true',
      ...inputs,
    },
  });
  await server.close();
  const delivery = JSON.parse(run.outputs.deliveries ?? '[]')[0] ?? {};
  const posts = server.requests.filter(({ method }) => method === 'POST');
  const polls = server.requests.filter(isPoll);
  const checks = server.requests.filter((request) => request.method === 'GET' && !isPoll(request));
  return { run, server, posts, polls, checks, delivery };
}

/** The same with an API key: the way that asks. */
export const observeAsking = (scenario: WaitScenario = {}) =>
  observe({ ...scenario, inputs: { 'api-key': API_SECRET, ...scenario.inputs } });

/** Whether a request asks for the state of a run. */
export function isPoll({ method, path }: Received): boolean {
  return method === 'GET' && path.includes('/v1/api/run/');
}
