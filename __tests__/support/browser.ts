import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A real Chromium without a window, by its DevTools protocol: chromedevtools.github.io/devtools-protocol. */

const CHROMIUM = process.env.CHROMIUM ?? 'chromium';

export type Page = {
  /** The value of an expression in the page, which may be a promise. */
  evaluate(expression: string): Promise<unknown>;
  /** Clicks with the mouse in the middle of the first element that the selector finds. */
  click(selector: string): Promise<void>;
  /** The URLs that the page has asked for so far. */
  readonly requested: readonly string[];
  close(): Promise<void>;
};

type Answer = { readonly id?: number; readonly method?: string; readonly params?: object; readonly result?: object };

/** Opens `url` on a screen of `width` pixels, and waits until it is loaded. */
export async function openPage(url: string, width: number): Promise<Page> {
  const directory = mkdtempSync(join(tmpdir(), 'browser-'));
  const flags = ['--headless', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${directory}`];
  // It leaves directories in its TMPDIR when it is ended.
  const env = { ...process.env, TMPDIR: directory };
  const browser = spawn(CHROMIUM, [...flags, 'about:blank'], { stdio: 'pipe', env });
  const exit = once(browser, 'exit');
  let address = '';
  for await (const line of createInterface(browser.stderr)) {
    address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1] ?? '';
    if (address !== '') break;
  }
  browser.stderr.resume();
  const targets = await fetch(`http://${new URL(address).host}/json/list`);
  const [target] = ((await targets.json()) as { type: string; webSocketDebuggerUrl: string }[]).filter(
    ({ type }) => type === 'page',
  );
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '');
  const requested: string[] = [];
  const waiting = new Map<number | string, (result: never) => void>();
  socket.onmessage = ({ data }) => {
    const { id, method = '', params, result } = JSON.parse(String(data)) as Answer;
    if (method === 'Network.requestWillBeSent')
      requested.push((params as { readonly request: { readonly url: string } }).request.url);
    waiting.get(id ?? method)?.((result ?? params) as never);
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  let last = 0;
  const ask = <Result>(method: string, params: object = {}): Promise<Result> => {
    last += 1;
    socket.send(JSON.stringify({ id: last, method, params }));
    return new Promise((resolve) => waiting.set(last, resolve));
  };
  const evaluate = async (expression: string): Promise<unknown> => {
    const options = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await ask<{ result: { value: unknown }; exceptionDetails?: object }>(
      'Runtime.evaluate',
      options,
    );
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  };
  const screen = { width, height: 900, deviceScaleFactor: 1, mobile: false };
  await Promise.all([ask('Page.enable'), ask('Network.enable'), ask('Emulation.setDeviceMetricsOverride', screen)]);
  const loaded = new Promise((resolve) => waiting.set('Page.loadEventFired', resolve));
  await ask('Page.navigate', { url });
  await loaded;
  return {
    requested,
    evaluate,
    async click(selector) {
      const box = `(() => { const found = document.querySelector(${JSON.stringify(selector)});
        found.scrollIntoView({ block: 'center' }); return found.getBoundingClientRect().toJSON(); })()`;
      const { x, y, width: w, height: h } = (await evaluate(box)) as Record<'x' | 'y' | 'width' | 'height', number>;
      const at = { x: x + w / 2, y: y + h / 2, button: 'left', clickCount: 1 };
      await ask('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
      await ask('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
    },
    async close() {
      socket.close();
      browser.kill();
      await exit;
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
