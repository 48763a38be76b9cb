import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FAILURES, startDocoCd } from '../__tests__/support/doco-cd.ts';
import { type ActionRun, entryOf, runAction } from '../__tests__/support/run-action.ts';

/** `npm run demo`: the bundled action delivers an event to a receiver on this machine, and shows what a runner would show. */

const HELP = `npm run demo [-- options]

Starts a receiver on 127.0.0.1 that checks signatures and answers as doco-cd does, runs the bundled action (dist) on a
registry_package event as the runner would, and prints the log, the outputs and the job summary. Exits with the action's code.

  --event FILE     use the event in FILE instead of __tests__/fixtures/events/index-tagged.json
  --wrong-secret   sign with another secret than the receiver's: 401
  --down           the receiver resets every connection: retries for 5 seconds, then fails
  --wait           wait for the deployment, whose container exits: red. Sent again, the receiver skips what it has
                   deployed already and reports success, but the container is still down: red again
  --well           with --wait: the container runs, and it is sent once
  --help           this text`;

const SECRET = 'demo-secret-0123456789abcdef';
const API_SECRET = 'demo-api-key-0123456789abcdef';
const EVENT = fileURLToPath(new URL('../__tests__/fixtures/events/index-tagged.json', import.meta.url));

const options = {
  event: { type: 'string' },
  'wrong-secret': { type: 'boolean' },
  down: { type: 'boolean' },
  wait: { type: 'boolean' },
  well: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** The deployment of `--wait`: what it starts exits at once. */
const EXITS = { containers: [{ service: 'web', state: 'exited', exitCode: 1 }], failure: FAILURES.exited };

type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function readOptions(): Options {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

/** The log as the runner shows it: workflow commands become what people see, masked values become ***. */
function showLog(stdout: string): string {
  const masks = [...stdout.matchAll(/^::add-mask::(.*)$/gm)].map(([, value = '']) => unescapeCommand(value));
  const shown = stdout
    .replace(/^::add-mask::.*\n/gm, '')
    .replace(/^::(error|warning|notice)(?: [^:]*)?::(.*)$/gm, (_, kind: string, text: string) => {
      return `${kind[0]?.toUpperCase()}${kind.slice(1)}: ${unescapeCommand(text)}`;
    })
    .replace(/^::group::/gm, '▾ ')
    .replace(/^::endgroup::\n/gm, '');
  return masks.reduce((text, secret) => text.replaceAll(secret, '***'), shown);
}

function unescapeCommand(text: string): string {
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}

function showOutputs({ outputs }: ActionRun): string {
  return Object.entries(outputs)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** The Markdown with its character references read, as it would look once rendered. */
function showSummary({ summary }: ActionRun): string {
  return summary
    .replaceAll('&nbsp;', ' ')
    .replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
}

const chosen = readOptions();
if (chosen.help) {
  console.log(HELP);
  process.exit(0);
}

const receiver = await startDocoCd({
  secret: SECRET,
  apiSecret: API_SECRET,
  deploy: () => ({ queuedMs: 1_000, runMs: 3_000, ...(chosen.wait && !chosen.well ? EXITS : {}) }),
});
// The port stays ours: if it were released, another process might listen there and get the message.
if (chosen.down) receiver.server.prependListener('connection', (socket: Socket) => socket.resetAndDestroy());
console.log(`Receiver at ${receiver.origin}${chosen.down ? ' (down)' : ''}, WEBHOOK_SECRET=${SECRET}\n`);

const section = (title: string, text: string) =>
  console.log(`── ${title} ${'─'.repeat(70 - title.length)}\n${text.trim()}\n`);

/** Runs the action once and shows all that it left. */
async function tell(): Promise<void> {
  const before = receiver.requests.length;
  const run = await runAction({
    entry: entryOf('dist'),
    eventName: 'registry_package',
    env: { GITHUB_EVENT_PATH: resolve(chosen.event ?? EVENT) },
    inputs: {
      url: receiver.origin,
      secret: chosen['wrong-secret'] ? 'another-secret-0123456789abcdef' : SECRET,
      ...(chosen.down ? { deadline: '5' } : {}),
      ...(chosen.wait ? { wait: 'true', 'api-key': API_SECRET } : {}),
    },
  });
  section('log', showLog(run.stdout + run.stderr));
  section('outputs', showOutputs(run));
  section('job summary (Markdown)', showSummary(run));
  const received = receiver.requests.slice(before).map(({ method, path, body }) => `${method} ${path}\n${body}`.trim());
  section('received', received.join('\n') || '(nothing)');
  console.log(`exit code ${run.exitCode}, ${Math.round(run.durationMs)} ms\n`);
  process.exitCode = run.exitCode ?? 1;
}

await tell();
if (chosen.wait && !chosen.well) {
  console.log('The same digest is sent again, as "Re-run failed jobs" does.\n');
  await tell();
}
await receiver.close();
