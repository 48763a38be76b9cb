import { inTurn, median, ratio } from './process.ts';
import { progress, type Section, times } from './section.ts';
import type { Setting } from './setting.ts';

/** How soon the receiver has the first request, from the start of the process: what loads after it delays nobody. */
export async function firstByte(setting: Setting): Promise<Section> {
  const rows = [await measure('http', setting), await measure('https', setting)];
  return {
    title: 'Time to the first byte of the request',
    text: 'From the start of the process to the moment when the receiver sees the request, measured at the receiver.',
    head: ['Receiver', '× floor'],
    rows,
  };
}

async function measure(scheme: 'http' | 'https', setting: Setting): Promise<readonly string[]> {
  const receiver = await setting.receiver(scheme);
  let arrivedMs = 0;
  receiver.server.prependListener('request', () => {
    arrivedMs = performance.now();
  });
  const env: Record<string, string> = scheme === 'https' ? { NODE_EXTRA_CA_CERTS: setting.certificate.path } : {};
  const floor = setting.floor([`${receiver.origin}/v1/webhook`], { env });
  const action = setting.action({ url: receiver.origin }, { env });
  const [floorMs = [], actionMs = []] = await inTurn(
    [floor, action],
    setting.rounds,
    ({ spawnedMs }) => arrivedMs - spawnedMs,
  );
  await receiver.close();
  progress(`first byte, ${scheme}: floor ${median(floorMs).toFixed(1)} ms, action ${median(actionMs).toFixed(1)} ms`);
  return [scheme, times(ratio(actionMs, floorMs))];
}
