import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { accepted, answer, type Received, type Respond } from '../../__tests__/support/receiver.ts';
import { type Comparison, progress, type Section, type Side, seconds } from './compare.ts';
import { run } from './measure.ts';
import { PUBLISHED, SECRET, type Setting } from './setting.ts';

/** What somebody would write instead of using this action. */

const script = (name: string) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
const message = { SECRET, DIGEST: PUBLISHED.digest, ARTIFACT: PUBLISHED.artifact };

const shellStep =
  (name: string): Side =>
  ({ program, authority }, [URL = '']) =>
    program('bash', [script(name)], { ...message, CURL_CA_BUNDLE: authority.path, URL });

const fetchStep: Side = ({ program, trust }, [URL = '']) =>
  program(process.execPath, [script('fetch-step.mjs')], { ...message, ...trust, URL });

const PEERS: Readonly<Record<string, Side>> = {
  'curl step': shellStep('step.sh'),
  'careful curl step': shellStep('careful-step.sh'),
  'fetch step': fetchStep,
};

const thisAction =
  (inputs: Readonly<Record<string, string>>): Side =>
  (setting, [url = '']) =>
    setting.action({ ...inputs, url });

/** The cost of one delivery over https, next to what the alternatives cost. */
export const COST: Comparison = {
  title: 'Instead of this action: cost',
  text: `One delivery over https to a receiver that answers at once, as a multiple of the same floor. The curl step is what the
documentation of doco-cd describes, the careful one adds \`--fail-with-body --max-time 15 --retry 5 --retry-connrefused\`, the
fetch step is a script that uses Node's fetch; all are in \`scripts/bench/peers\`.
Other actions are not in the npm registry: they were measured by hand, see [below](#other-actions-cost).`,
  head: ['Step', '× floor'],
  measured: 'wall',
  scenarios: Object.entries({ 'this action': thisAction({}), ...PEERS }).map(([name, action]) => ({
    name,
    scheme: 'https',
    floor: (setting, urls) => setting.floor({ urls }),
    action,
  })),
};

/** A step that takes longer than this is ended, as a job's timeout would end it hours later. */
const LIMIT_MS = 40_000;

type Fault = {
  readonly name: string;
  readonly respond: Respond;
  /** Connections are refused for this long at first. */
  readonly downMs?: number;
  /** How the step should end. */
  readonly right: 'delivered' | 'failed';
};

const once =
  (fault: (response: ServerResponse, request: Received) => void, times = 1): Respond =>
  (request, response, index) =>
    index < times ? fault(response, request) : accepted(request, response);

const FAULTS: readonly Fault[] = [
  { name: '503 twice', respond: once((response) => answer(response, 503, {}), 2), right: 'delivered' },
  {
    name: '429, Retry-After: 2',
    respond: once((response) => answer(response, 429, {}, { 'retry-after': '2' })),
    right: 'delivered',
  },
  { name: 'refused for 3 s', respond: accepted, downMs: 3_000, right: 'delivered' },
  { name: 'hangs once', respond: once(() => {}), right: 'delivered' },
  { name: 'reset before an answer', respond: once(({ socket }) => socket?.resetAndDestroy()), right: 'delivered' },
  { name: '202, then cut', respond: (_, response) => cut(response), right: 'delivered' },
  {
    name: '302 to itself',
    respond: ({ path }, response) => answer(response, 302, {}, { location: path }),
    right: 'failed',
  },
  { name: '401', respond: (_, response) => answer(response, 401, {}), right: 'failed' },
];

function cut(response: ServerResponse): void {
  response.writeHead(202, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"content":"job accepted"', () => response.socket?.destroy());
}

/** What becomes of one message where the receiver is in trouble. */
export async function peersUnderFaults(setting: Setting): Promise<Section> {
  const steps = { 'this action': thisAction({ deadline: '30' }), ...PEERS };
  const rows: (readonly string[])[] = [];
  for (const fault of FAULTS) {
    progress(fault.name);
    // Most of the time they wait, so those with the same fault run together.
    const cells = Object.values(steps).map((step) => meet(fault, step, setting));
    rows.push([fault.name, ...(await Promise.all(cells))]);
  }
  return {
    title: 'Instead of this action: when the receiver is in trouble',
    text: `Delivered or not, the number of requests, the exit code of the step and how long it took. **Bold** is wrong: green though
nothing was delivered, red though it was, sent again after it was accepted, or not delivered though the receiver recovered.
A step that has not ended after ${LIMIT_MS / 1000} s is ended ("hangs").`,
    head: ['Receiver', ...Object.keys(steps)],
    rows,
  };
}

async function meet({ respond, downMs = 0, right }: Fault, step: Side, setting: Setting): Promise<string> {
  let acceptances = 0;
  const receiver = await setting.receiver('http', (request, response, index) => {
    response.on('close', () => {
      if (response.headersSent && response.statusCode === 202) acceptances += 1;
    });
    respond(request, response, index);
  });
  const { port } = receiver;
  let timer: NodeJS.Timeout | undefined;
  if (downMs > 0) {
    await new Promise((resolve) => receiver.server.close(resolve));
    timer = setTimeout(() => receiver.server.listen(port, '127.0.0.1'), downMs);
  }
  const { exitCode, wallMs } = await run(step(setting, [`${receiver.origin}/v1/webhook`]), LIMIT_MS);
  clearTimeout(timer);
  const sent = receiver.requests.length;
  await receiver.close();
  const end = exitCode === null ? 'hangs' : `exit ${exitCode}`;
  const isRight = right === 'delivered' ? acceptances === 1 && exitCode === 0 : acceptances === 0 && exitCode !== 0;
  const delivered = acceptances > 1 ? `${acceptances} times` : acceptances === 1 ? 'yes' : 'no';
  const requests = `${sent} request${sent === 1 ? '' : 's'}`;
  const cell = [delivered, requests, end, seconds(wallMs)].join(', ');
  return isRight && exitCode !== null ? cell : `**${cell}**`;
}
