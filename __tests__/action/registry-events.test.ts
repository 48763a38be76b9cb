import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readEvent } from '../../src/artifacts/read-event.ts';
import { select, validateEvent } from '../../src/artifacts/select.ts';
import { parseEvent } from '../../src/inputs/event.ts';
import { parseFilter } from '../../src/inputs/filter.ts';
import { docoCd as docoCdFormat } from '../../src/receivers/doco-cd/receiver.ts';
import { messagesTo } from '../support/messages.ts';
import { docoCd, type Received, type Receiver, startReceiver } from '../support/receiver.ts';
import { type Registry, startRegistry } from '../support/registry.ts';
import { runAction } from '../support/run-action.ts';
import { pushImage, skopeo } from '../support/skopeo.ts';

const SECRET = 'a-test-secret-of-some-length';
const SIGNATURE = `sha256-${'a'.repeat(64)}.sig`;

type Event = {
  readonly action: string;
  readonly target: { readonly mediaType?: string; readonly tag?: string; readonly repository: string };
};

/** A docker-registry that tells what happens in it, as it really does. */
describe('the events of a real registry', () => {
  let listener: Receiver;
  let registry: Registry;
  const digests: Record<string, string> = {};

  before(async () => {
    listener = await startReceiver((_request, response) => void response.writeHead(200).end());
    registry = await startRegistry({ notify: `${listener.origin}/events` });
    const at = (name: string) => `${registry.host}/${name}`;
    digests.single = await pushImage([at('team/single:v1'), at('team/single:latest')]);
    digests.multi = await pushImage([at('team/multi:v1')], { architectures: ['amd64', 'arm64'] });
    await pushImage([at(`team/single:${SIGNATURE}`)], { content: 'signature' });
    await skopeo('inspect', '--raw', '--tls-verify=false', `docker://${at('team/multi:v1')}`);
    await skopeo('delete', '--tls-verify=false', `docker://${at('team/single:v1')}`);
    // Its notifications are one queue in order: the deletions come last, of the digest and of the tags that had it.
    const deadline = Date.now() + 30_000;
    while (events().filter(({ action }) => action === 'delete').length < 3) {
      assert.ok(Date.now() < deadline, `only these arrived: ${events().map(({ action }) => action)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  after(async () => {
    await registry?.close();
    await listener?.close();
  });

  const events = () => listener.requests.flatMap(({ body }): readonly Event[] => JSON.parse(body).events);

  /** The request with the event that `is` describes. */
  function requestOf(is: (event: Event) => boolean): Received {
    const found = listener.requests.find(({ body }) => JSON.parse(body).events.some(is));
    assert.ok(found);
    return found;
  }

  test('arrive as what Distribution 2.8 calls them', () => {
    for (const { headers } of listener.requests) {
      assert.equal(headers['content-type'], 'application/vnd.docker.distribution.events.v1+json');
    }
    for (const action of ['push', 'pull', 'mount', 'delete']) {
      assert.ok(
        events().some((event) => event.action === action),
        action,
      );
    }
  });

  test('become one message for each tag that can be deployed, and nothing else', async () => {
    const sent: string[] = [];
    const reasons = new Set<string>();
    for (const { body } of listener.requests) {
      const validated = validateEvent(await readEvent(parseEvent(body), {}), { untagged: 'skip' });
      const { artifacts, skips } = select(validated, parseFilter(''));
      for (const message of messagesTo(docoCdFormat, artifacts)) sent.push(message.body);
      for (const { reason } of skips) reasons.add(reason);
    }
    const message = (digest: string | undefined, artifact: string) =>
      JSON.stringify({ source: 'oci', digest, artifact });
    assert.deepEqual(sent, [
      message(digests.single, `${registry.host}/team/single:v1`),
      message(digests.single, `${registry.host}/team/single:latest`),
      message(digests.multi, `${registry.host}/team/multi:v1`),
    ]);
    assert.deepEqual([...reasons].sort(), ['action-ignored', 'not-a-manifest', 'signature-tag', 'untagged']);
  });

  const cases: readonly (readonly [what: string, is: (event: Event) => boolean, expected: string])[] = [
    [
      'an index',
      ({ action, target }) => action === 'push' && target.repository === 'team/multi' && target.tag === 'v1',
      'delivered',
    ],
    ['a manifest', ({ action, target }) => action === 'push' && target.tag === 'latest', 'delivered'],
    [
      'the manifest of a platform',
      ({ action, target }) =>
        action === 'push' &&
        target.repository === 'team/multi' &&
        /manifest/.test(target.mediaType ?? '') &&
        !target.tag,
      'untagged',
    ],
    ['a signature', ({ target }) => target.tag === SIGNATURE, 'signature-tag'],
    [
      'a layer',
      ({ action, target }) => action === 'push' && target.mediaType === 'application/octet-stream',
      'not-a-manifest',
    ],
    ['a pull', ({ action, target }) => action === 'pull' && target.tag === 'v1', 'action-ignored'],
    ['a deletion', ({ action }) => action === 'delete', 'action-ignored'],
  ];
  test('handed on as client_payload of a repository_dispatch, to', async () => {
    const receiver = await startReceiver(docoCd(SECRET));
    const { body } = requestOf(({ action, target }) => action === 'push' && target.tag === 'latest');
    const run = await runAction({
      eventName: 'repository_dispatch',
      event: { action: 'pushed', client_payload: JSON.parse(body), repository: { full_name: 'acme/config' } },
      inputs: { url: receiver.origin, secret: SECRET, registry: 'registry.example.com' },
    });
    await receiver.close();
    assert.deepEqual(
      receiver.requests.map((request) => JSON.parse(request.body)),
      [{ source: 'oci', digest: digests.single, artifact: 'registry.example.com/team/single:latest' }],
      run.log,
    );
  });
  for (const [what, is, expected] of cases) {
    test(`${what}, through the event input of`, async () => {
      const receiver = await startReceiver(docoCd(SECRET));
      const event = requestOf(is).body;
      const run = await runAction({ inputs: { url: receiver.origin, secret: SECRET, event } });
      await receiver.close();
      if (expected === 'delivered') {
        const { target } = events().find(is) as Event & { target: { digest: string } };
        assert.deepEqual(
          receiver.requests.map(({ body }) => JSON.parse(body)),
          [{ source: 'oci', digest: target.digest, artifact: `${registry.host}/${target.repository}:${target.tag}` }],
        );
      } else {
        assert.equal(receiver.requests.length, 0);
        assert.equal(run.outputs['skip-reason'], expected);
      }
      assert.equal(run.outputs.result, expected === 'delivered' ? 'delivered' : 'skipped', run.log);
      assert.equal(run.exitCode, 0);
    });
  }
});
