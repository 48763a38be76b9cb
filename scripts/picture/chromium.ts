import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--remote-debugging-port=0',
];

type PictureOptions = {
  readonly width: number;
  readonly scale: number;
  /** Expression that is awaited in the page before the picture is taken. */
  readonly ready: string;
};

/** A PNG of the whole page at `url`, taken by the Chromium of this machine ($CHROMIUM, or the first one found). */
export async function takePicture(url: string, { width, scale, ready }: PictureOptions): Promise<Buffer> {
  const profile = mkdtempSync(join(tmpdir(), 'oci-webhook-chromium-'));
  const browser = await start(profile);
  try {
    const call = await connect(browser.address);
    const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
    const inPage = (method: string, params: object = {}) => call(method, params, String(sessionId));
    const metrics = { width, height: 800, deviceScaleFactor: scale, mobile: false };
    await inPage('Emulation.setDeviceMetricsOverride', metrics);
    await inPage('Page.navigate', { url });
    const loaded = `new Promise((done) => (document.readyState === 'complete' ? done() : addEventListener('load', done)))`;
    const expression = `${loaded}.then(() => ${ready}).then(() => Math.ceil(document.documentElement.getBoundingClientRect().height))`;
    const measured = await inPage('Runtime.evaluate', { expression, awaitPromise: true });
    if (measured.exceptionDetails) throw new Error(JSON.stringify(measured.exceptionDetails));
    const { value: height } = measured.result as { value: number };
    const clip = { x: 0, y: 0, width, height, scale: 1 };
    const { data } = await inPage('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip });
    return Buffer.from(String(data), 'base64');
  } finally {
    await browser.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function start(profile: string) {
  for (const name of process.env.CHROMIUM ? [process.env.CHROMIUM] : BROWSERS) {
    const child = spawn(name, [...FLAGS, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
    const address = await new Promise<string | undefined>((resolve) => {
      let output = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const [, found] = /DevTools listening on (ws:\S+)/.exec(output) ?? [];
        if (found !== undefined) resolve(found);
      });
      void ended.then(() => resolve(undefined));
    });
    const stop = () => {
      child.kill();
      return ended;
    };
    if (address !== undefined) return { address, stop };
  }
  throw new Error(
    `no browser could be started, tried ${BROWSERS.join(', ')}: apt-get install chromium, or set CHROMIUM`,
  );
}

type Call = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;

/** The DevTools protocol: numbered calls, each answered by a message with its number. */
async function connect(address: string): Promise<Call> {
  const socket = new WebSocket(address);
  const waiting = new Map<
    number,
    (answer: { result?: Record<string, unknown>; error?: { message: string } }) => void
  >();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  let calls = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {}),
      );
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
}
