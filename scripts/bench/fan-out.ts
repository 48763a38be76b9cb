import type { Receiver } from '../../__tests__/support/receiver.ts';
import { inTurn, median, peakMemory, ratio } from './process.ts';
import { atMost, mebibytes, progress, type Section, times } from './section.ts';
import { acceptAfter, type Setting } from './setting.ts';

const ENDPOINTS = 100;

/** 100 receivers that answer after 50 ms, told in one step. */
export async function fanOut(setting: Setting): Promise<Section> {
  const rows = [await measure('http', setting), await measure('https', setting)];
  return {
    title: `${ENDPOINTS} endpoints`,
    text: [
      `${ENDPOINTS} receivers on ports of their own, each answering after 50 ms. The floor posts to all of them at once, over one secure`,
      'context. The receivers run on the same machine as what is measured: on https most of the time are their handshakes.',
    ].join('\n'),
    head: ['Receivers', '× floor', 'Target', '× one endpoint', 'Peak memory', 'Floor'],
    rows,
  };
}

async function measure(scheme: 'http' | 'https', setting: Setting): Promise<readonly string[]> {
  const { certificate, rounds, memoryRuns } = setting;
  const receivers: Receiver[] = [];
  for (let index = 0; index < ENDPOINTS; index++) receivers.push(await setting.receiver(scheme, acceptAfter(50)));
  const urls = receivers.map(({ origin }) => `${origin}/v1/webhook`);
  const trust: { env?: Record<string, string> } =
    scheme === 'https' ? { env: { NODE_EXTRA_CA_CERTS: certificate.path } } : {};
  const floor = setting.floor(urls, trust);
  const action = setting.action({ url: urls.join('\n') }, trust);
  const one = setting.action({ url: urls[0] ?? '' }, trust);
  const [floorMs = [], actionMs = [], oneMs = []] = await inTurn([floor, action, one], rounds);
  const floorPeak = mebibytes(await peakMemory(floor, memoryRuns));
  const peak = mebibytes(await peakMemory(action, memoryRuns));
  await Promise.all(receivers.map((receiver) => receiver.close()));
  progress(
    `${ENDPOINTS} × ${scheme}: floor ${median(floorMs).toFixed(1)} ms, action ${median(actionMs).toFixed(1)} ms, one endpoint ${median(oneMs).toFixed(1)} ms`,
  );
  return [scheme, times(ratio(actionMs, floorMs)), atMost(1.05), times(ratio(actionMs, oneMs)), peak, floorPeak];
}
