import { createServer } from 'node:http';
import { freePort } from '../../__tests__/support/free-port.ts';
import { accepted } from '../../__tests__/support/receiver.ts';
import { median, run } from './process.ts';
import { progress, type Section, seconds } from './section.ts';
import type { Setting } from './setting.ts';

/** How soon a message is delivered once a receiver that refused connections is back. */
export async function outage(setting: Setting): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const outageMs of [3_000, 10_000]) {
    // They mostly wait, so they run side by side, as many steps of one workflow would.
    const delays = await Promise.all(
      Array.from({ length: Math.min(setting.rounds, 10) }, () => recover(outageMs, setting)),
    );
    progress(
      `outage of ${seconds(outageMs)}: delivered after ${delays.map((ms) => seconds(outageMs + ms)).join(', ')}`,
    );
    rows.push([
      `refuses connections for ${outageMs / 1000} s`,
      `${delays.filter(Number.isFinite).length} of ${delays.length}`,
      seconds(median(delays)),
      seconds(Math.max(...delays)),
    ]);
  }
  return {
    title: 'After an outage',
    text: 'Time from the moment the receiver is back to the delivery. Waits between attempts are random, hence the range.',
    head: ['Receiver', 'Delivered', 'Median after its return', 'Longest'],
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
