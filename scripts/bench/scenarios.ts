import { createServer } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../__tests__/support/free-port.ts';
import { accepted } from '../../__tests__/support/receiver.ts';
import { atMost, type Comparison, type Pair, progress, type Section, type Side, seconds } from './compare.ts';
import { median, run } from './measure.ts';
import { EVENTS, largeEvent, manyArtifacts, type Setting } from './setting.ts';

const floor: Side = (setting, urls) => setting.floor({ urls });
const action: Side = (setting, urls) => setting.action({ url: urls.join('\n') });
const notify: Pair = { floor, action };

/** The receiver's authority is given as `ca-certificate`. */
const ownAuthority = (withRoots: boolean): Pair => ({
  floor: (setting, urls) => setting.floor({ urls, ca: setting.authority.path, withRoots }),
  action: (setting, urls) => setting.action({ url: urls.join('\n'), 'ca-certificate': setting.authority.pem }),
});

const eventOf = (bytes: number): Pair => ({
  floor: (setting, urls) => setting.floor({ urls, event: largeEvent(setting, bytes) }),
  action: (setting, urls) =>
    setting.action({ url: urls.join('\n') }, { GITHUB_EVENT_PATH: largeEvent(setting, bytes) }),
});

const messages = (count: number): Pair => ({
  floor: (setting, urls) => setting.floor({ urls, messages: count, event: manyArtifacts(setting, count) }),
  action: (setting, urls) => setting.action({ url: urls.join('\n'), event: `@${manyArtifacts(setting, count)}` }),
});

const sendsNothing = (inputs: Record<string, string>, event = 'index-tagged.json'): Pair => ({
  floor: ({ empty }) => empty,
  action: (setting) => setting.action(inputs, { GITHUB_EVENT_PATH: join(EVENTS, event) }),
});

const peakTarget = '≤ 62 MiB';
const atOnce = { target: atMost(1.25), peakTarget };
const after50Ms = { delayMs: 50, target: atMost(1.13), peakTarget };
const quiet = { target: atMost(1.8) };
const hundred = { endpoints: 100, delayMs: 50 };
const thousand = { endpoints: 1_000, target: atMost(1.3) };
const url = 'https://127.0.0.1:9';
const MIB = 1024 * 1024;

/** What is measured against what, and what it should be. Each comparison is a section of docs/benchmarks.md. */
export const COMPARISONS: Readonly<Record<string, Comparison>> = {
  'one-endpoint': {
    title: 'One event, one endpoint',
    text: `Outputs and summary are written. The floor is bare Node that sends one signed POST and reads the answer. In the rows that say
only https, both trust the receiver as they would trust a public certificate: Node reads its roots, and NODE_EXTRA_CA_CERTS adds
the receiver's authority. In the rows with an own authority the action gets it as \`ca-certificate\`, which it trusts beside the
roots, and the floor does the same; in the last row the floor trusts that authority only and does not read the roots.`,
    head: ['Receiver', '× floor'],
    measured: 'wall',
    scenarios: [
      { name: 'http, answers at once', ...notify, peakTarget },
      { name: 'http, answers after 50 ms', ...notify, delayMs: 50, peakTarget },
      { name: 'https, answers at once', scheme: 'https', ...notify, ...atOnce },
      { name: 'https, answers after 50 ms', scheme: 'https', ...notify, ...after50Ms },
      { name: 'https, own authority, answers at once', scheme: 'https', ...ownAuthority(true), ...atOnce },
      { name: 'https, own authority, answers after 50 ms', scheme: 'https', ...ownAuthority(true), ...after50Ms },
      { name: 'at once, against a floor without roots', scheme: 'https', ...ownAuthority(false), peakTarget },
    ],
  },
  'first-byte': {
    title: 'Time until the receiver has the request',
    text: 'From the start of the process to the arrival of the request, measured at the receiver.',
    head: ['Receiver', '× floor'],
    measured: 'arrival',
    scenarios: [
      { name: 'http', ...notify },
      { name: 'https', scheme: 'https', ...notify },
    ],
  },
  quiet: {
    title: 'Nothing to send',
    text: 'Outputs and summary are written here too. The floor is Node running an empty file.',
    head: ['Step', '× empty'],
    measured: 'wall',
    scenarios: [
      { name: 'dry run', ...sendsNothing({ 'dry-run': 'true' }), ...quiet },
      { name: 'skip (untagged)', ...sendsNothing({ url }, 'arch-manifest-untagged.json'), ...quiet },
      { name: 'skip (filtered)', ...sendsNothing({ url, filter: 'ghcr.io/other/**' }), ...quiet },
    ],
  },
  events: {
    title: 'Large events',
    text: `The floor is bare Node that reads and parses the same file and then sends one signed POST (http, answers at once). If the ratio
does not grow with the event, a large event costs only the time to read and parse it.`,
    head: ['Event', '× floor'],
    measured: 'wall',
    scenarios: [
      { name: '20 KiB', ...eventOf(20 * 1024) },
      { name: '5 MiB', ...eventOf(5 * MIB), target: 'no more than at 20 KiB' },
      { name: '22 MiB', ...eventOf(22 * MIB), target: 'no more than at 20 KiB' },
    ],
  },
  'fan-out': {
    title: '100 endpoints',
    text: `100 receivers on ports of their own, each answering after 50 ms. The floor posts to all of them at once, and on https uses one
secure context for all connections. The receivers run in one process on the same machine, so most of the time on https is
their side of the handshakes. The last two rows compare with the action and one endpoint.`,
    head: ['Receivers', '× floor'],
    measured: 'wall',
    scenarios: [
      { name: 'http', ...notify, ...hundred, target: atMost(1.15) },
      { name: 'https', scheme: 'https', ...notify, ...hundred, target: atMost(1.15) },
      { name: 'http, against one endpoint', floor: oneEndpoint, action, ...hundred },
      { name: 'https, against one endpoint', scheme: 'https', floor: oneEndpoint, action, ...hundred },
    ],
  },
  volume: {
    title: '1,000 endpoints, 10,000 messages',
    text: `CPU time of the process in user and system mode, because how long it runs depends mostly on the receivers. 1,000 receivers on
ports of their own get one message each; the 10,000 artifacts of one Distribution event go to one receiver, one message each. The
floor signs and posts as many messages, those to one receiver 50 at a time.`,
    head: ['Work', '× CPU of floor'],
    measured: 'cpu',
    scenarios: [
      { name: '1,000 endpoints, http', ...notify, ...thousand },
      { name: '1,000 endpoints, https', scheme: 'https', ...notify, ...thousand },
      { name: '10,000 messages, http', ...messages(10_000), cpuTarget: '≤ 6.0 s' },
    ],
  },
};

function oneEndpoint(setting: Setting, urls: readonly string[]) {
  return action(setting, urls.slice(0, 1));
}

/** How soon a message is delivered once a receiver that refused connections is back. */
export async function outage(setting: Setting): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const outageMs of [3_000, 10_000]) {
    // Most of the time they wait, so they run in parallel, as many steps of one workflow would.
    const steps = Array.from({ length: Math.min(setting.rounds, 10) }, () => recover(outageMs, setting));
    const delays = await Promise.all(steps);
    progress(`outage of ${seconds(outageMs)}: delivered ${delays.map(seconds).join(', ')} after it`);
    const delivered = `${delays.filter(Number.isFinite).length} of ${delays.length}`;
    const name = `refuses connections for ${outageMs / 1_000} s`;
    rows.push([name, delivered, seconds(median(delays)), '≤ 1.0 s', seconds(Math.max(...delays)), '≤ 3.0 s']);
  }
  return {
    title: 'After an outage',
    text: 'Time from the return of the receiver to the delivery. The waits between attempts are random, hence the range.',
    head: ['Receiver', 'Delivered', 'Median after its return', 'Target', 'Longest', 'Target'],
    rows,
  };
}

/** Milliseconds from the receiver's return to the delivery, infinite when there was none. */
async function recover(outageMs: number, setting: Setting): Promise<number> {
  const port = await freePort();
  let arrivedMs = Number.POSITIVE_INFINITY;
  const server = createServer((request, response) => {
    arrivedMs = performance.now();
    request.resume();
    accepted({ method: '', path: '', headers: {}, body: '', atMs: arrivedMs }, response);
  });
  let backMs = 0;
  const timer = setTimeout(() => server.listen(port, '127.0.0.1', () => (backMs = performance.now())), outageMs);
  const { exitCode } = await run(setting.action({ url: `http://127.0.0.1:${port}` }));
  clearTimeout(timer);
  server.closeAllConnections();
  server.close();
  return exitCode === 0 ? arrivedMs - backMs : Number.POSITIVE_INFINITY;
}
