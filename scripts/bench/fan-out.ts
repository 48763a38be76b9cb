import type { Receiver } from '../../__tests__/support/receiver.ts';
import { inTurn, median, peakMemory, ratio } from './process.ts';
import { atMost, mebibytes, progress, type Section, times } from './section.ts';
import { acceptAfter, type Setting } from './setting.ts';

const ENDPOINTS = 100;

type FanOut = {
  readonly name: string;
  readonly scheme: 'http' | 'https';
  /** What the floor does otherwise. */
  readonly floor: Readonly<Record<string, string>>;
  readonly target?: number;
};

const FAN_OUTS: readonly FanOut[] = [
  { name: 'http', scheme: 'http', floor: {}, target: 1.05 },
  { name: 'https', scheme: 'https', floor: { FLOOR_PLAIN: '1' }, target: 1.05 },
  { name: 'https, against a floor with one secure context', scheme: 'https', floor: {} },
];

/** 100 receivers that answer after 50 ms, told in one step. */
export async function fanOut(setting: Setting): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const way of FAN_OUTS) rows.push(await measure(way, setting));
  return {
    title: `${ENDPOINTS} endpoints`,
    text: [
      `${ENDPOINTS} receivers on ports of their own, each answering after 50 ms. The floor posts to all of them at once. Bare Node makes a`,
      'secure context for each connection; in the last row the floor shares one, as the action does. The receivers run in one process on',
      'the same machine: on https most of the time are their handshakes.',
    ].join('\n'),
    head: ['Receivers', '× floor', 'Target', '× one endpoint', 'Peak memory', 'Floor'],
    rows,
  };
}

async function measure({ name, scheme, floor: change, target }: FanOut, setting: Setting): Promise<readonly string[]> {
  const { certificate, rounds, memoryRuns } = setting;
  const receivers: Receiver[] = [];
  for (let index = 0; index < ENDPOINTS; index++) receivers.push(await setting.receiver(scheme, acceptAfter(50)));
  const urls = receivers.map(({ origin }) => `${origin}/v1/webhook`);
  const env: Record<string, string> = scheme === 'https' ? { NODE_EXTRA_CA_CERTS: certificate.path } : {};
  const floor = setting.floor(urls, { env: { ...env, ...change } });
  const action = setting.action({ url: urls.join('\n') }, { env });
  const one = setting.action({ url: urls[0] ?? '' }, { env });
  const [floorMs = [], actionMs = [], oneMs = []] = await inTurn([floor, action, one], rounds);
  const floorPeak = mebibytes(await peakMemory(floor, memoryRuns));
  const peak = mebibytes(await peakMemory(action, memoryRuns));
  await Promise.all(receivers.map((receiver) => receiver.close()));
  progress(
    `${ENDPOINTS} × ${name}: floor ${median(floorMs).toFixed(1)} ms, action ${median(actionMs).toFixed(1)} ms, one endpoint ${median(oneMs).toFixed(1)} ms`,
  );
  return [
    name,
    times(ratio(actionMs, floorMs)),
    target === undefined ? '–' : atMost(target),
    times(ratio(actionMs, oneMs)),
    peak,
    floorPeak,
  ];
}
