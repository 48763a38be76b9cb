import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SMALLEST, tree } from '../../support/push/directory.ts';
import { runPush } from '../../support/push/run-push.ts';
import { PASSWORD, type Registry, startRegistry, USER } from '../../support/registry.ts';

/** What docker login and skopeo login left, and what skopeo reads of it. */

let locked: Registry;
before(async () => {
  locked = await startRegistry({ auth: true });
});
after(() => locked?.close());

let repositories = 0;
const freshName = () => `${locked.host}/team/config-${repositories++}`;

describe('credentials', () => {
  const auth = (password: string) =>
    JSON.stringify({ auths: { [locked.host]: { auth: Buffer.from(`${USER}:${password}`).toString('base64') } } });

  test('those of docker login, wherever DOCKER_CONFIG says', async () => {
    const artifact = `${freshName()}:1`;
    const env = { DOCKER_CONFIG: tree({ 'config.json': auth(PASSWORD) }) };
    const run = await runPush({ path: tree(SMALLEST), artifact }, { env });
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(run.outputs.artifact, artifact);
  });

  test('those of docker login in the home directory', async () => {
    const env = { HOME: tree({ '.docker/config.json': auth(PASSWORD) }) };
    const run = await runPush({ path: tree(SMALLEST), artifact: `${freshName()}:1` }, { env });
    assert.equal(run.exitCode, 0, run.log);
  });

  test('those of skopeo login', async () => {
    const env = { XDG_RUNTIME_DIR: tree({ 'containers/auth.json': auth(PASSWORD) }) };
    const run = await runPush({ path: tree(SMALLEST), artifact: `${freshName()}:1` }, { env });
    assert.equal(run.exitCode, 0, run.log);
  });

  for (const [which, password] of [
    ['a wrong password', 'wrong-password'],
    ['no login', undefined],
  ] as const) {
    test(`${which} fails at once, in the words of the registry, and says what to do`, async () => {
      const env: Record<string, string> =
        password === undefined ? {} : { DOCKER_CONFIG: tree({ 'config.json': auth(password) }) };
      const run = await runPush({ path: tree(SMALLEST), artifact: `${freshName()}:1` }, { env });
      assert.equal(run.exitCode, 1);
      assert.equal(run.errors.length, 1);
      assert.match(run.errors[0] ?? '', /: authentication required\nlog in before this step/);
      assert.doesNotMatch(run.log, /attempt 1 of/);
      assert.doesNotMatch(run.log + run.summary, /wrong-password/);
      assert.deepEqual(
        { ...run.outputs, size: '' },
        { artifact: '', artifacts: '[]', 'in-doubt': '', repository: '', digest: '', size: '', files: '2' },
      );
    });
  }
});

describe('logins that skopeo does not read', () => {
  const logins: readonly (readonly [name: string, config: () => string, says: RegExp])[] = [
    [
      'credsStore',
      () => JSON.stringify({ auths: { [locked.host]: {} }, credsStore: 'fake' }),
      /authentication required\nskopeo does not read credsStore \("fake" in ".*config\.json"\): name it for 127\.0\.0\.1:\d+ in credHelpers, or/,
    ],
    [
      'username and password',
      () => JSON.stringify({ auths: { [locked.host]: { username: USER, password: PASSWORD } } }),
      /authentication required\nskopeo does not read username and password in ".*config\.json": log in with skopeo login/,
    ],
    [
      'a file that is broken',
      () => '{"auths":',
      /reading JSON file "[^"]*config\.json".*\nthe file with the logins cannot be read: correct its content/,
    ],
  ];
  for (const [name, config, says] of logins) {
    test(`${name} is named, and nothing is repeated`, async () => {
      const env = { DOCKER_CONFIG: tree({ 'config.json': config() }) };
      const run = await runPush({ path: tree(SMALLEST), artifact: `${freshName()}:1` }, { env });
      assert.equal(run.exitCode, 1);
      assert.match(run.errors.join('\n'), says);
      assert.doesNotMatch(run.log, /attempt 1 of/);
      assert.ok(!(run.log + run.summary).includes(PASSWORD));
    });
  }
});
