import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findTool } from '../../src/util/exec.ts';
import { docoCd, type Received, startReceiver } from '../support/receiver.ts';
import { PASSWORD, type Registry, startRegistry, USER } from '../support/registry.ts';
import { type ActionOptions, type ActionRun, preload, runAction, SIDES } from '../support/run-action.ts';
import { pushImage } from '../support/skopeo.ts';

const SECRET = 'a-test-secret-of-some-length';
const D1 = `sha256:${'1'.repeat(64)}`;

async function notify(options: ActionOptions): Promise<{ run: ActionRun; sent: readonly unknown[] }> {
  const receiver = await startReceiver(docoCd(SECRET));
  try {
    const inputs = { url: receiver.origin, secret: SECRET, ...options.inputs };
    const run = await runAction({ ...options, inputs });
    return { run, sent: receiver.requests.map(({ body }: Received) => JSON.parse(body)) };
  } finally {
    await receiver.close();
  }
}

function refused({ run, sent }: { run: ActionRun; sent: readonly unknown[] }, pattern: RegExp): void {
  assert.match(run.errors.join('\n'), pattern, run.log);
  assert.equal(run.errors.length, 1);
  assert.doesNotMatch(run.log, /is a bug/);
  assert.equal(run.outputs.result, 'failed');
  assert.equal(sent.length, 0);
}

/** A run that verifies `artifact`, and when it has found that the registry does not have it yet. */
function verifyLater(options: ActionOptions) {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const onOutput = (text: string) => /asking again/.test(text) && resolve();
  const running = notify({ ...options, onOutput });
  void running.finally(resolve);
  return { running, asked };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Half a minute passes in three seconds. */
const HURRY = preload(
  'const real = setTimeout; globalThis.setTimeout = (run, ms, ...rest) => real(run, ms >= 10_000 ? ms / 10 : ms, ...rest);',
);

function isAlive(pid: number): boolean {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Looks for half a minute at most: a test that failed is to end. */
async function until(isSo: () => boolean): Promise<void> {
  for (let looks = 0; !isSo() && looks < 1_500; looks++) await pause(20);
}

describe('a real registry, asked by the real skopeo', { concurrency: 2 }, () => {
  let open: Registry;
  let closed: Registry;
  let login: string;
  const digests: Record<string, string> = {};

  before(async () => {
    open = await startRegistry();
    closed = await startRegistry({ auth: true });
    digests.index = await pushImage([`${open.host}/team/app:v1`], { architectures: ['amd64', 'arm64'] });
    digests.other = await pushImage([`${open.host}/team/app:v2`, `${open.host}/team/app:two`], { content: 'two' });
    digests.closed = await pushImage([`${closed.host}/team/app:v1`], {
      content: 'three',
      credentials: `${USER}:${PASSWORD}`,
    });
    // What `docker login` leaves.
    login = mkdtempSync(join(tmpdir(), 'oci-webhook-login-'));
    const auth = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
    mkdirSync(join(login, '.docker'));
    writeFileSync(join(login, '.docker/config.json'), JSON.stringify({ auths: { [closed.host]: { auth } } }));
  });

  after(async () => {
    rmSync(login, { recursive: true, force: true });
    await open?.close();
    await closed?.close();
  });

  for (const side of SIDES) {
    describe(side, { concurrency: 2 }, () => {
      test('a missing digest is that of the index, not of a platform', async () => {
        const { run, sent } = await notify({ side, inputs: { artifact: `${open.host}/team/app:v1` } });
        assert.deepEqual(sent, [{ source: 'oci', digest: digests.index, artifact: `${open.host}/team/app:v1` }]);
        assert.equal(run.outputs.digest, digests.index);
      });

      test('each tag has its own', async () => {
        const { sent } = await notify({
          side,
          inputs: { artifact: `${open.host}/team/app:v1, ${open.host}/team/app:v2`, reference: 'tag+digest' },
        });
        assert.deepEqual(
          new Set(sent),
          new Set([
            { source: 'oci', digest: digests.index, artifact: `${open.host}/team/app:v1@${digests.index}` },
            { source: 'oci', digest: digests.other, artifact: `${open.host}/team/app:v2@${digests.other}` },
          ]),
        );
      });

      test('tags that turn out to be the same digest are one message, if written so', async () => {
        const { sent } = await notify({
          side,
          inputs: { artifact: `${open.host}/team/app:v2\n${open.host}/team/app:two`, reference: 'digest' },
        });
        assert.deepEqual(sent, [
          { source: 'oci', digest: digests.other, artifact: `${open.host}/team/app@${digests.other}` },
        ]);
      });

      test('so is the one that a Docker Hub event never has', async () => {
        const event = JSON.stringify({ push_data: { tag: 'v2' }, repository: { repo_name: `${open.host}/team/app` } });
        const { sent } = await notify({ side, inputs: { event } });
        assert.deepEqual(sent, [{ source: 'oci', digest: digests.other, artifact: `${open.host}/team/app:v2` }]);
      });

      test('a private registry, logged in to with docker login', async () => {
        const inputs = { artifact: `${closed.host}/team/app:v1` };
        for (const env of [{ HOME: login }, { DOCKER_CONFIG: join(login, '.docker') }]) {
          const { run, sent } = await notify({ side, inputs, env });
          assert.deepEqual(sent, [{ source: 'oci', digest: digests.closed, ...inputs }], run.log);
          assert.ok(!run.log.includes(PASSWORD));
        }
        refused(await notify({ side, inputs }), /looking up .* failed: skopeo: .*authentication required \(log in/);
      });

      test('a login that skopeo does not read: the next tool is asked, or the login is named', async () => {
        const inputs = { artifact: `${closed.host}/team/app:v1` };
        const skopeo = findTool('skopeo');
        // Docker reads every kind of login. It is played by a script that asks the same credential helper.
        const docker = [
          '[ "$2" = version ] && exit 0',
          `[ "$(docker-credential-fake)" = ok ] && exec '${skopeo}' inspect --raw --tls-verify=false --creds ${USER}:${PASSWORD} "docker://$5"`,
        ];
        const tools = { 'docker-credential-fake': ['echo ok'], skopeo: [`exec '${skopeo}' "$@"`], docker };
        const logins: Readonly<Record<string, RegExp>> = {
          [JSON.stringify({ auths: { [closed.host]: {} }, credsStore: 'fake' })]:
            /^digest is empty.*authentication required \(skopeo does not read credsStore \("fake" in ".*config\.json"\): name it/,
          [JSON.stringify({ auths: { [closed.host]: { username: USER, password: PASSWORD } } })]:
            /authentication required \(skopeo does not read username and password in ".*config\.json": log in with skopeo login/,
        };
        for (const [config, says] of Object.entries(logins)) {
          const home = mkdtempSync(join(login, 'home-'));
          writeFileSync(join(home, 'config.json'), config);
          for (const [name, lines] of Object.entries(tools)) {
            writeFileSync(join(home, name), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
          }
          const env = { DOCKER_CONFIG: home, PATH: `${home}:/usr/bin:/bin` };
          const { run, sent } = await notify({ side, inputs, env });
          assert.deepEqual(sent, [{ source: 'oci', digest: digests.closed, ...inputs }], run.log);
          rmSync(join(home, 'docker'));
          const alone = await notify({ side, inputs, env: { ...env, PATH: home } });
          refused(alone, says);
          assert.ok(!(alone.run.log + alone.run.summary).includes(PASSWORD));
        }
      });

      test('a file with logins that cannot be read is named', async () => {
        const home = mkdtempSync(join(login, 'home-'));
        writeFileSync(join(home, 'config.json'), '{"auths":');
        const inputs = { artifact: `${closed.host}/team/app:v1` };
        refused(
          await notify({ side, inputs, env: { DOCKER_CONFIG: home } }),
          /reading JSON file "[^"]*config\.json": .* \(the file with the logins cannot be read: correct its content or permissions\)/,
        );
      });

      test('what is not there, or not a registry', async () => {
        refused(
          await notify({ side, inputs: { artifact: `${open.host}/team/app:v9` } }),
          /app:v9 is not in its registry.*manifest unknown/,
        );
        refused(
          await notify({ side, inputs: { artifact: '127.0.0.1:1/team/app:v1' } }),
          /skopeo: pinging container registry .* connection refused; set the digest input, and nothing has to be looked up/,
        );
        const event = JSON.stringify({ push_data: {}, repository: { repo_name: `${open.host}/team/app` } });
        refused(await notify({ side, inputs: { event, untagged: 'send' } }), /neither tag nor digest: set the digest/);
      });

      test('verify lets pass what still is, and asks for nothing else', async () => {
        const { run, sent } = await notify({
          side,
          inputs: { artifact: `${open.host}/team/app:v2`, digest: digests.other ?? '', verify: 'true' },
        });
        assert.equal(sent.length, 1, run.log);
      });

      test('verify skips what has moved on', async () => {
        const artifact = `${open.host}/team/past-${side}:v1`;
        const digest = await pushImage([artifact], { content: 'past' });
        await pushImage([artifact], { content: 'two' });
        const inputs = { artifact, digest, verify: 'true', deadline: '0.4' };
        const { run, sent } = await notify({ side, inputs });
        assert.equal(run.outputs.result, 'skipped', run.log);
        assert.equal(run.outputs['skip-reason'], 'superseded');
        assert.match(run.notices[0] ?? '', new RegExp(`now points at ${digests.other}`));
        assert.equal(sent.length, 0);
      });

      test('verify waits for a tag that is announced before it is there', async () => {
        const artifact = `${open.host}/team/late-${side}:v1`;
        const { running, asked } = verifyLater({
          side,
          inputs: { artifact, digest: digests.other ?? '', verify: 'true' },
        });
        await asked;
        await pushImage([artifact], { content: 'two' });
        const { run, sent } = await running;
        assert.equal(sent.length, 1, run.log);
        assert.match(run.log, /is not at sha256:\S+ yet/);
      });

      test('verify waits for a tag that still has the older digest', async () => {
        const artifact = `${open.host}/team/moving-${side}:v1`;
        await pushImage([artifact], { content: 'old' });
        const { running, asked } = verifyLater({
          side,
          inputs: { artifact, digest: digests.other ?? '', verify: 'true' },
        });
        await asked;
        await pushImage([artifact], { content: 'two' });
        const { run, sent } = await running;
        assert.equal(sent.length, 1, run.log);
        assert.match(run.log, /is not at sha256:\S+ yet/);
      });

      test('verify refuses a digest that is not in the repository: it was never superseded', async () => {
        const inputs = { artifact: `${open.host}/team/app:v1`, digest: D1, verify: 'true' };
        refused(
          await notify({ side, inputs }),
          /^verify: sha256:1+ is not in the repository \S+team\/app, and \S+app:v1 points at sha256:\S+; is it the image ID\?/,
        );
      });

      test('verify refuses a part of the image that the tag points at', async () => {
        const accept = 'application/vnd.oci.image.index.v1+json';
        const answer = await fetch(`http://${open.host}/v2/team/app/manifests/v1`, { headers: { accept } });
        const index = JSON.parse(await answer.text());
        const digest: string = index.manifests[1].digest;
        const inputs = { artifact: `${open.host}/team/app:v1`, digest, verify: 'true' };
        refused(
          await notify({ side, inputs }),
          new RegExp(
            `^verify: ${digest} is only a part of the multi-platform image .* set digest to that of the index, ${digests.index}`,
          ),
        );
      });

      test('verify refuses a digest that the registry cannot confirm, instead of finding it superseded', async () => {
        const digest = `sha512:${'1'.repeat(128)}`;
        const inputs = { artifact: `${open.host}/team/app:v1`, digest, verify: 'true', receiver: 'distribution' };
        refused(await notify({ side, inputs }), /^verify: the digest of \S+app:v1 is sha512:1+, and only sha256/);
      });

      test('verify gives up when the deadline is over', async () => {
        const inputs = { artifact: `${open.host}/team/never:v1`, digest: D1, verify: 'true', deadline: '0.5' };
        refused(await notify({ side, inputs }), /^verify: \S+never:v1 is still not in its registry after 0\.5 s/);
      });
    });
  }
});

/**
 * Tools that are not on every machine are played by shell scripts: real processes on a real PATH, that note their
 * arguments. What they print was compared with skopeo 1.9, buildx 0.26, crane 0.20 and oras 1.2 against a docker-registry.
 */
describe('the tools of the runner', () => {
  const MANIFEST = '{"schemaVersion":2,"manifests":[]}';
  const DIGEST = `sha256:${createHash('sha256').update(MANIFEST).digest('hex')}`;
  const GIVES = `printf '%s' '${MANIFEST}'`;
  let directory: string;

  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'oci-webhook-tools-'));
  });
  after(() => rmSync(directory, { recursive: true }));

  /** A PATH with nothing but these, and how to read what they were called with. */
  function install(tools: Readonly<Record<string, string>>): { env: Record<string, string>; calls: () => string[] } {
    const path = mkdtempSync(join(directory, 'a path '));
    const log = join(path, 'calls');
    for (const [name, body] of Object.entries(tools)) {
      writeFileSync(join(path, name), `#!/bin/sh\necho "${name} $*" >>'${log}'\n${body}\n`);
      chmodSync(join(path, name), 0o755);
    }
    return {
      env: { PATH: path },
      calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    };
  }

  const NO_BUILDX = `echo "docker: unknown command: docker buildx" >&2; exit 1`;
  const orders: Readonly<
    Record<string, readonly [tools: Readonly<Record<string, string>>, remote: readonly string[], local?: string]>
  > = {
    'skopeo before all others': [
      { skopeo: GIVES, docker: GIVES, crane: GIVES, oras: GIVES },
      ['skopeo inspect --raw docker://ghcr.io/acme/app:v1'],
      'skopeo inspect --raw --tls-verify=false docker://localhost:5000/acme/app:v1',
    ],
    'then docker with buildx': [
      { docker: GIVES, crane: GIVES, oras: GIVES },
      ['docker buildx version', 'docker buildx imagetools inspect --raw ghcr.io/acme/app:v1'],
      'docker buildx imagetools inspect --raw localhost:5000/acme/app:v1',
    ],
    'not without buildx, then crane': [
      { docker: NO_BUILDX, crane: GIVES, oras: GIVES },
      ['docker buildx version', 'crane manifest ghcr.io/acme/app:v1'],
      'crane manifest --insecure localhost:5000/acme/app:v1',
    ],
    'the next where the login is refused, the last of them decides': [
      {
        skopeo: 'echo "unauthorized: authentication required" >&2; exit 1',
        docker: NO_BUILDX,
        crane: 'echo "denied: no" >&2; exit 1',
        oras: GIVES,
      },
      [
        'skopeo inspect --raw docker://ghcr.io/acme/app:v1',
        'docker buildx version',
        'crane manifest ghcr.io/acme/app:v1',
        'oras manifest fetch ghcr.io/acme/app:v1',
      ],
    ],
    'oras at last': [
      { docker: NO_BUILDX, oras: GIVES },
      ['docker buildx version', 'oras manifest fetch ghcr.io/acme/app:v1'],
      'oras manifest fetch --plain-http localhost:5000/acme/app:v1',
    ],
  };

  for (const side of SIDES) {
    describe(side, { concurrency: 2 }, () => {
      for (const [what, [tools, remote, local]] of Object.entries(orders)) {
        test(what, async () => {
          const { env, calls } = install(tools);
          const { run, sent } = await notify({ side, env, inputs: { artifact: 'ghcr.io/acme/app:v1' } });
          assert.deepEqual(sent, [{ source: 'oci', digest: DIGEST, artifact: 'ghcr.io/acme/app:v1' }], run.log);
          assert.deepEqual(calls(), remote);
          if (local === undefined) return;
          await notify({ side, env, inputs: { artifact: 'localhost:5000/acme/app:v1' } });
          assert.equal(calls().at(-1), local);
        });
      }

      test('none of them', async () => {
        const { env } = install({});
        refused(
          await notify({ side, env, inputs: { artifact: 'ghcr.io/acme/app:v1' } }),
          /^digest is empty, and looking up ghcr\.io\/acme\/app:v1 failed: there is no skopeo, docker buildx, crane or oras on this runner; install skopeo .*; set the digest input, and nothing has to be looked up$/,
        );
      });

      test('no other tool is asked for an answer that is not about the login, nor believed when it fails', async () => {
        const absent = install({ skopeo: 'echo "manifest unknown" >&2; exit 1', crane: GIVES });
        const inputs = { artifact: 'ghcr.io/acme/app:v1' };
        refused(await notify({ side, env: absent.env, inputs }), /app:v1 is not in its registry/);
        assert.equal(absent.calls().length, 1);
        const broken = install({ skopeo: 'echo "unauthorized" >&2; exit 1', crane: 'echo "panic" >&2; exit 2' });
        refused(await notify({ side, env: broken.env, inputs }), /skopeo: unauthorized \(log in to the registry/);
      });

      test('none is started when nothing is missing', async () => {
        const { env, calls } = install({ skopeo: 'exit 1', docker: 'exit 1' });
        const given = { artifact: 'ghcr.io/acme/app:v1', digest: D1 };
        assert.equal((await notify({ side, env, inputs: given })).sent.length, 1);
        const kargo = { artifact: 'ghcr.io/acme/app:v1', receiver: 'docker-hub', secret: '' };
        assert.equal((await notify({ side, env, inputs: kargo })).sent.length, 1);
        const pinned = await notify({ side, env, inputs: { artifact: `ghcr.io/acme/app@${D1}` } });
        assert.equal(pinned.sent.length, 1);
        assert.deepEqual(calls(), []);
      });

      test('verify without a tag asks whether the digest is there', async () => {
        const artifact = `ghcr.io/acme/app@${DIGEST}`;
        const inputs = { artifact, verify: 'true', deadline: '1' };
        const there = install({ skopeo: GIVES });
        assert.equal((await notify({ side, env: there.env, inputs })).sent.length, 1);
        assert.deepEqual(there.calls(), [`skopeo inspect --raw docker://${artifact}`]);
        const absent = install({ skopeo: 'echo "manifest unknown" >&2; exit 1' });
        refused(
          await notify({ side, env: absent.env, inputs }),
          /^verify: sha256:\w+ is not in the repository ghcr\.io\/acme\/app \(.*manifest unknown\); is it the image ID/,
        );
      });

      test('verify asks for the tag also where the message holds no digest', async () => {
        const { env, calls } = install({ skopeo: GIVES });
        const inputs = { artifact: 'ghcr.io/acme/app:v1', receiver: 'docker-hub', secret: '', verify: 'true' };
        const { run, sent } = await notify({ side, env, inputs });
        assert.equal(sent.length, 1, run.log);
        assert.deepEqual(calls(), ['skopeo inspect --raw docker://ghcr.io/acme/app:v1']);
      });

      test('verify that cannot ask says what to do', async () => {
        const { env } = install({ skopeo: 'echo "denied: no" >&2; exit 1' });
        const inputs = { artifact: 'ghcr.io/acme/app:v1', digest: D1, verify: 'true' };
        refused(
          await notify({ side, env, inputs }),
          /^verify: checking ghcr\.io\/acme\/app:v1 failed: .*denied: no.*remove verify/,
        );
      });

      const outcomes: Readonly<Record<string, readonly [script: string, pattern: RegExp | undefined]>> = {
        'noise on standard error is no failure': [`echo "level=warning: old" >&2; ${GIVES}`, undefined],
        'a failure without a word is one': [`${GIVES}; exit 3`, /skopeo: exit code 3 and no message/],
        'success without a manifest is none': ['echo hello', /printed something that is not a manifest/],
        'no permission is explained': ['echo "denied: no" >&2; exit 1', /denied: no \(log in to the registry/],
        'a helper that is not found is not a missing tag': [
          `echo 'exec: "docker-credential-x": executable file not found in $PATH' >&2; exit 1`,
          /^digest is empty.*executable file not found/,
        ],
        'what it says is one line without secrets and signed queries': [
          `echo "one ${SECRET}" >&2; echo "::error::https://r.test/x?X-Amz-Signature=abc two" >&2; exit 1`,
          /skopeo: one \*\*\* ::error::https:\/\/r\.test\/x two; set/,
        ],
      };
      for (const [what, [script, pattern]] of Object.entries(outcomes)) {
        test(what, async () => {
          const { env } = install({ skopeo: script });
          const result = await notify({ side, env, inputs: { artifact: 'ghcr.io/acme/app:v1' } });
          if (pattern === undefined) assert.equal(result.sent.length, 1, result.run.log);
          else refused(result, pattern);
          assert.ok(!result.run.log.includes(SECRET) && !result.run.summary.includes(SECRET));
        });
      }

      test('a registry that comes back is asked again, one that does not three times', async () => {
        const failing = 'echo "dial tcp: i/o timeout" >&2; exit 1';
        const once = install({
          skopeo: `if [ -e "$HOME/tried" ]; then ${GIVES}; else : >"$HOME/tried"; ${failing}; fi`,
        });
        const back = await notify({ side, env: once.env, inputs: { artifact: 'ghcr.io/acme/app:v1' } });
        assert.equal(back.sent.length, 1, back.run.log);
        assert.equal(once.calls().length, 2);
        const never = install({ skopeo: failing });
        refused(await notify({ side, env: never.env, inputs: { artifact: 'ghcr.io/acme/app:v1' } }), /i\/o timeout/);
        assert.equal(never.calls().length, 3);
      });

      test('a tool that hangs is ended after half a minute, with what it has started, and asked three times', {
        timeout: 60_000,
      }, async () => {
        const { env, calls } = install({ skopeo: '/bin/sleep 987 & echo "child $!" >>"$HOME/children"; wait' });
        const home = mkdtempSync(join(directory, 'home-'));
        const result = await notify({
          side,
          env: { ...env, HOME: home },
          inputs: { artifact: 'ghcr.io/acme/app:v1' },
          nodeOptions: HURRY,
        });
        refused(result, /skopeo had no answer within 30 s/);
        assert.equal(calls().length, 3);
        const children = readFileSync(join(home, 'children'), 'utf8').match(/\d+/g) ?? [];
        assert.equal(children.length, 3);
        for (const pid of children) {
          await until(() => !isAlive(Number(pid)));
          assert.ok(!isAlive(Number(pid)), `${pid} is still there`);
        }
      });

      test('cancelling the job ends the tool at once', async () => {
        const { env, calls } = install({ skopeo: 'exec /bin/sleep 60' });
        const cancelWhen = until(() => calls().length === 1);
        const result = await notify({ side, env, inputs: { artifact: 'ghcr.io/acme/app:v1' }, cancelWhen });
        refused(result, /^cancelled while looking up ghcr\.io\/acme\/app:v1/);
      });

      test('cancelling the job ends the wait for a tag at once', async () => {
        const { env, calls } = install({ skopeo: 'echo "manifest unknown" >&2; exit 1' });
        const inputs = { artifact: 'ghcr.io/acme/app:v1', digest: D1, verify: 'true' };
        // After the third answer it waits for a second.
        const cancelWhen = until(() => calls().length === 3).then(() => pause(200));
        const result = await notify({ side, env, inputs, cancelWhen });
        refused(result, /^cancelled while looking up/);
      });
    });
  }
});
