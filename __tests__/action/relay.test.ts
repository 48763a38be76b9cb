import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type DocoCd, startDocoCd } from '../support/doco-cd.ts';
import { fencesIn, readText } from '../support/markdown.ts';
import { PUSHED } from '../support/pushed-events.ts';
import { startReceiver } from '../support/receiver.ts';
import { type Registry, startRegistry } from '../support/registry.ts';
import {
  type DispatchEvent,
  type Dispatches,
  RELAY_TOKEN,
  type RelayProcess,
  startDispatches,
  startRelay,
} from '../support/relay.ts';
import { type ActionRun, runAction } from '../support/run-action.ts';
import { pushImage, skopeo } from '../support/skopeo.ts';
import { parseYaml } from '../support/workflows.ts';

const SECRET = 'a-test-secret-of-some-length';
const SIGNATURE = `sha256-${'a'.repeat(64)}.sig`;

type PushEvent = { readonly action: string; readonly target: { readonly repository: string; readonly tag?: string } };
type Relayed = { readonly run: ActionRun; readonly messages: readonly unknown[] };

/** The workflow that a dispatch starts: the action with nothing but URL, secret and perhaps the host. */
async function runOn(event: DispatchEvent, docoCd: DocoCd, registry = ''): Promise<Relayed> {
  const before = docoCd.requests.length;
  const inputs = { url: docoCd.origin, secret: SECRET, registry };
  const run = await runAction({ eventName: 'repository_dispatch', event, inputs });
  return { run, messages: docoCd.requests.slice(before).map(({ body }) => JSON.parse(body)) };
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!isSo()) {
    assert.ok(Date.now() < deadline, `waited for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('from a real registry through the relay and GitHub to doco-cd', () => {
  let github: Dispatches;
  let relay: RelayProcess;
  let registry: Registry;
  let docoCd: DocoCd;
  const digests: Record<string, string> = {};

  const arrived = (action: string, repository: string, tag?: string) =>
    github
      .events()
      .some(({ client_payload }) =>
        (client_payload.body as { events: readonly PushEvent[] }).events.some(
          ({ action: done, target }) => done === action && target.repository === repository && target.tag === tag,
        ),
      );

  before(async () => {
    // GitHub is unwell at first: the registry must repeat what the relay could not hand over.
    github = await startDispatches((index) => (index < 2 ? [503, 'Service Unavailable'] : undefined));
    const settings = { GITHUB_API_URL: github.origin };
    relay = await startRelay(settings);
    registry = await startRegistry({
      notify: relay.origin,
      notifyHeaders: { Authorization: [`Bearer ${RELAY_TOKEN}`] },
    });
    docoCd = await startDocoCd({ secret: SECRET });

    const at = (name: string) => `${registry.host}/${name}`;
    digests.first = await pushImage([at('team/first:v1')], { content: 'first' });
    await until('the first push', () => arrived('push', 'team/first', 'v1'));
    await relay.stop('SIGKILL');
    digests.down = await pushImage([at('team/down:v1')], { content: 'down', architectures: ['amd64', 'arm64'] });
    relay = await startRelay({ ...settings, PORT: String(relay.port) });
    await pushImage([at(`team/first:${SIGNATURE}`)], { content: 'signature' });
    await skopeo('delete', '--tls-verify=false', `docker://${at('team/first:v1')}`);
    // The registry's notifications are one queue in order: this is the last.
    await until('the deletion', () => arrived('delete', 'team/first', 'v1'));
  });

  after(async () => {
    await registry?.close();
    await relay?.stop();
    await github?.close();
    await docoCd?.close();
  });

  test('no push is lost, and none of another kind is sent', async () => {
    const messages: unknown[] = [];
    const reasons = new Set<string>();
    const deliveries = new Set<string>();
    for (const event of github.events()) {
      // What a killed relay had handed over comes again, with the same id.
      const { delivery } = event.client_payload;
      if (deliveries.has(delivery)) continue;
      deliveries.add(delivery);
      const { run, messages: now } = await runOn(event, docoCd);
      assert.equal(run.exitCode, 0, run.log);
      messages.push(...now);
      if (now.length === 0) reasons.add(run.outputs['skip-reason'] ?? '');
    }
    assert.deepEqual(messages, [
      { source: 'oci', digest: digests.first, artifact: `${registry.host}/team/first:v1` },
      { source: 'oci', digest: digests.down, artifact: `${registry.host}/team/down:v1` },
    ]);
    assert.deepEqual([...reasons].sort(), ['action-ignored', 'not-a-manifest', 'signature-tag', 'untagged']);
  });

  test('GitHub was asked again after each 503, and the log has no token', () => {
    const [first, second, third] = github.requests.map(({ body }) => body);
    assert.equal(first, second);
    assert.equal(second, third);
    assert.ok(!relay.lines.join('\n').includes(RELAY_TOKEN));
  });
});

describe('with the notifications that docs/registries.md shows', () => {
  /** The configuration as it is shown, but for the address of the relay and its token. */
  function shownNotifications(origin: string): object {
    const section = readText('docs/registries.md').split('\n## Distribution\n')[1] ?? '';
    const [shown = assert.fail()] = fencesIn(section);
    const text = shown.text.replace('https://relay.example.com/', `${origin}/`).replace('TOKEN', RELAY_TOKEN);
    assert.ok(text.includes(origin) && text.includes(RELAY_TOKEN));
    return (parseYaml(text, 'docs/registries.md') as { notifications: object }).notifications;
  }

  test('a real registry sends what is pushed and has a manifest, and nothing else', async (t) => {
    const github = await startDispatches();
    t.after(() => github.close());
    const relay = await startRelay({ GITHUB_API_URL: github.origin });
    t.after(() => relay.stop());
    const registry = await startRegistry({ notifications: shownNotifications(relay.origin) });
    t.after(() => registry.close());
    const events = () =>
      github
        .events()
        .flatMap(({ client_payload }) => (client_payload.body as { events: readonly PushEvent[] }).events)
        .map(({ action, target }) => `${action} ${target.repository}:${target.tag}`);

    const first = `${registry.host}/team/first:v1`;
    await pushImage([first], { content: 'first' });
    await skopeo('inspect', '--raw', '--tls-verify=false', `docker://${first}`);
    await skopeo('delete', '--tls-verify=false', `docker://${first}`);
    await pushImage([`${registry.host}/team/last:v1`], { content: 'last' });
    await until('the last push', () => events().includes('push team/last:v1'));
    assert.deepEqual(events(), ['push team/first:v1', 'push team/last:v1']);
  });

  test('an event for which GitHub takes six seconds is dispatched once, and the next ones too', async (t) => {
    const github = await startReceiver((_request, response, index) => {
      setTimeout(() => response.writeHead(204).end(), index === 0 ? 6000 : 0);
    });
    t.after(() => github.close());
    const relay = await startRelay({ GITHUB_API_URL: github.origin });
    t.after(() => relay.stop());
    const registry = await startRegistry({ notifications: shownNotifications(relay.origin) });
    t.after(() => registry.close());
    for (const name of ['slow', 'second', 'third']) await pushImage([`${registry.host}/team/${name}:v1`]);
    const dispatched = () =>
      github.requests.map(({ body }) => JSON.parse(body).client_payload.body.events[0].target.repository);
    await until('the last push', () => dispatched().includes('team/third'));
    assert.deepEqual(dispatched(), ['team/slow', 'team/second', 'team/third']);
  });
});

describe('posted to the relay, as each registry does', () => {
  let github: Dispatches;
  let relay: RelayProcess;
  let registry: Registry;
  let docoCd: DocoCd;
  let digest: string;

  before(async () => {
    github = await startDispatches();
    relay = await startRelay({ GITHUB_API_URL: github.origin });
    registry = await startRegistry();
    docoCd = await startDocoCd({ secret: SECRET });
    // What the events without a digest name, for the look-up.
    digest = await pushImage([`${registry.host}/acme/config:v1`, `${registry.host}/team/config:v1`]);
  });

  after(async () => {
    await registry?.close();
    await relay?.stop();
    await github?.close();
    await docoCd?.close();
  });

  async function post(event: object): Promise<DispatchEvent> {
    const { headers = {}, body = event } = 'headers' in event ? (event as { headers: object; body: object }) : {};
    const response = await fetch(`${relay.origin}/?token=${RELAY_TOKEN}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 202);
    const dispatched = github.events().at(-1);
    assert.ok(dispatched);
    return dispatched;
  }

  for (const pushed of PUSHED) {
    test(`${pushed.title}: ${pushed.artifact}`, async () => {
      const event = await post(pushed.event);
      const host = pushed.hasNoDigest ? registry.host : pushed.registry;
      const { run, messages } = await runOn(event, docoCd, host);
      const artifact = pushed.hasNoDigest ? pushed.artifact.replace(/^[^/]+/, registry.host) : pushed.artifact;
      const expected = pushed.hasNoDigest ? digest : `sha256:${'a'.repeat(64)}`;
      assert.deepEqual(messages, [{ source: 'oci', digest: expected, artifact }], run.log);
    });
  }
});
