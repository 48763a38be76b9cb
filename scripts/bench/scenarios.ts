import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { freePort } from '../../__tests__/support/free-port.ts';
import { accepted } from '../../__tests__/support/receiver.ts';
import { startRegistry } from '../../__tests__/support/registry.ts';
import { median, mustRun, type Program, ratioOf, run, usageOf } from './measure.ts';
import type { Setting } from './setting.ts';

/** One thing that was measured, and what it should be. */
export type Row = { readonly what: string; readonly found: string; readonly target: string };

const times = (value: number) => `${value.toFixed(2)} ×`;
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
const mebibytes = async (program: Program) => `${Math.round((await usageOf(program)).peakMiB)} MiB`;

/** Whole steps, as ratios to what bare Node takes for the same; a step that sends nothing to an empty program. */
async function start(setting: Setting, rounds: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const scheme of ['http', 'https'] as const) {
    const receiver = await setting.receiver(scheme);
    const url = `${receiver.origin}/v1/webhook`;
    const notify = setting.notify({ url });
    const ratio = await ratioOf(notify, setting.floor({ urls: [url] }), rounds);
    const peak = await mebibytes(notify);
    await receiver.close();
    rows.push({
      what: `one message over ${scheme}`,
      found: times(ratio),
      target: scheme === 'https' ? '≤ 1.30 ×' : '',
    });
    rows.push({ what: `its peak memory over ${scheme}`, found: peak, target: '≤ 62 MiB' });
  }
  const empty = setting.node(setting.file('empty.cjs', ''));
  const quiet = {
    'a dry run, against an empty program': setting.notify({ 'dry-run': 'true' }),
    'a skip, against an empty program': setting.notify({ url: 'https://127.0.0.1:9' }, 'arch-manifest-untagged.json'),
  };
  for (const [what, program] of Object.entries(quiet)) {
    rows.push({ what, found: times(await ratioOf(program, empty, rounds)), target: '≤ 1.80 ×' });
  }
  return rows;
}

/** How soon a message is delivered once a receiver that refused connections is back. */
async function outage(setting: Setting, rounds: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const outageMs of [3_000, 10_000]) {
    // Most of the time they wait, so they run side by side, as the steps of one workflow would.
    const steps = Array.from({ length: Math.min(rounds, 10) }, () => recover(outageMs, setting));
    const delays = await Promise.all(steps);
    const what = `from the end of an outage of ${outageMs / 1_000} s to the delivery, median`;
    rows.push({ what, found: seconds(median(delays)), target: '≤ 1.0 s' });
    rows.push({ what: 'the longest of them', found: seconds(Math.max(...delays)), target: '≤ 3.0 s' });
  }
  return rows;
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
  const listening = () => {
    backMs = performance.now();
  };
  const timer = setTimeout(() => server.listen(port, '127.0.0.1', listening), outageMs);
  const { exitCode } = await run(setting.notify({ url: `http://127.0.0.1:${port}` }));
  clearTimeout(timer);
  server.close().closeAllConnections();
  return exitCode === 0 ? arrivedMs - backMs : Number.POSITIVE_INFINITY;
}

/** 10,000 artifacts of one event to one receiver: CPU time, because how long it runs depends on the receiver. */
async function messages(setting: Setting): Promise<readonly Row[]> {
  const events = Array.from({ length: 10_000 }, (_, index) => ({
    action: 'push',
    target: {
      mediaType: 'application/vnd.oci.image.index.v1+json',
      digest: `sha256:${String(index).padStart(64, '0')}`,
      repository: `acme/app-${index}`,
      url: `https://registry.example.com/v2/acme/app-${index}/manifests/v1`,
      tag: 'v1',
    },
  }));
  const event = setting.file('many.json', JSON.stringify({ events }));
  const receiver = await setting.receiver('http');
  const floor = await usageOf(setting.floor({ urls: [receiver.origin], messages: events.length, event }));
  const used = await usageOf(setting.notify({ url: receiver.origin, event: `@${event}` }));
  await receiver.close();
  return [
    { what: '10,000 messages, CPU time', found: seconds(used.cpuMs), target: '≤ 6.0 s' },
    { what: 'against bare Node', found: times(used.cpuMs / floor.cpuMs), target: '' },
    { what: 'peak memory', found: `${Math.round(used.peakMiB)} MiB`, target: '≤ 300 MiB' },
  ];
}

/** A small directory to a real registry, against one run of skopeo and the same requests by bare Node. */
async function push(setting: Setting, rounds: number): Promise<readonly Row[]> {
  for (let index = 0; index < 10; index++) {
    setting.file(`tree/part-${index}/${index}.txt`, randomBytes(1_500).toString('base64'));
  }
  setting.file('tree/.doco-cd.yaml', 'name: app\n');
  const path = dirname(setting.file('tree/compose.yaml', 'services: {}\n'));
  const registry = await startRegistry();
  let pushes = 0;
  // A repository that is not there yet, for each program that is measured.
  const artifact = () => `${registry.host}/acme/small-${pushes++}:main`;
  const toNew = (given: Program) => ({ ...given, env: { ...given.env, INPUT_ARTIFACT: artifact() } });
  const first = artifact();
  const program = setting.push({ path, artifact: first });
  await mustRun(program);
  const layout = `${join(path, '../layout')}:main`;
  execFileSync('skopeo', ['copy', '-q', '--src-tls-verify=false', `docker://${first}`, `oci:${layout}`]);
  const floor = setting.node(join(import.meta.dirname, 'floor-push.cjs'), layout);
  const ratio = await ratioOf(program, floor, rounds, toNew);
  const empty = setting.node(setting.file('empty.cjs', ''));
  const dry = await ratioOf(setting.push({ path, artifact: first, 'dry-run': 'true' }), empty, rounds);
  const peak = await mebibytes(toNew(program));
  await registry.close();
  return [
    { what: 'push of 10 files, against one skopeo copy and three requests', found: times(ratio), target: '≤ 1.20 ×' },
    { what: 'its peak memory', found: peak, target: '' },
    { what: 'its dry run, against an empty program', found: times(dry), target: '' },
  ];
}

export const SCENARIOS = { start, outage, messages, push } as const;
