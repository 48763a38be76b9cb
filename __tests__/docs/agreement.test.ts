import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { generated } from '../../scripts/generate.ts';
import { isRetryable, RETRIED_CODES } from '../../src/delivery/retry.ts';
import { collectSecrets } from '../../src/inputs/secrets.ts';
import { readPushInputs } from '../../src/push/inputs.ts';
import { pushOutputs } from '../../src/push/outputs.ts';
import { hintFor } from '../../src/push/skopeo-hints.ts';
import { docoCd } from '../../src/receivers/doco-cd/receiver.ts';
import { RECEIVER_NAMES } from '../../src/receivers/index.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { codesIn, ownFiles, readText, tableUnder } from '../support/markdown.ts';
import { readChosen } from '../support/read-inputs.ts';
import { type Mapping, parseYaml } from '../support/workflows.ts';

type ActionFile = {
  readonly inputs: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
};

const README = readText('README.md');
const SOURCES = ownFiles('src/**/*.ts').map((path) => readText(path));
const action = parseYaml(readText('action.yml'), 'action.yml') as ActionFile;

const names = (table: readonly (readonly string[])[]) => table.map(([name = '']) => codesIn(name)[0]);

test('what npm run build makes of action.yml and push/action.yml is up to date', () => {
  for (const [path, text] of generated()) assert.equal(readText(path), text, `${path}: npm run build`);
});

suite('README, action.yml and code agree', () => {
  test('an input that is not set means the same as its default', async () => {
    const environment: Record<string, string> = { 'INPUT_DRY-RUN': 'true' };
    const unset = await readChosen(environment);
    for (const [name, { default: standard }] of Object.entries(action.inputs)) {
      if (name !== 'dry-run' && standard !== undefined) environment[`INPUT_${name.toUpperCase()}`] = standard;
    }
    // As JSON: the filter is a function in it.
    assert.equal(JSON.stringify(await readChosen(environment)), JSON.stringify(unset));
  });

  test('the code reads the inputs that are declared, and no others', async () => {
    const read = new Set<string>();
    const seen = (_: unknown, key: string | symbol) => {
      if (typeof key === 'string' && key.startsWith('INPUT_')) read.add(key.slice('INPUT_'.length).toLowerCase());
      return key === 'INPUT_URL' ? 'https://deploy.example.com' : key === 'INPUT_SECRET' ? 'x'.repeat(32) : undefined;
    };
    const environment = new Proxy<Record<string, string>>({}, { get: seen });
    collectSecrets(environment, [docoCd]);
    await readChosen(environment);
    assert.deepEqual([...read].sort(), Object.keys(action.inputs).sort());
  });

  test('outputs are the same in action.yml and code', () => {
    const refused = outputsOf({ kind: 'refused', error: new Error() });
    assert.deepEqual(Object.keys(refused), Object.keys(action.outputs));
  });

  test('receivers are those of the code', () => {
    assert.deepEqual(codesIn(action.inputs.receiver?.description ?? ''), RECEIVER_NAMES);
  });

  test('the values of result are the same in action.yml and code', () => {
    const [, declared = ''] = /export type Result = ([^;]+);/.exec(readText('src/report/outcome.ts')) ?? [];
    const results = [...declared.matchAll(/'([\w-]+)'/g)].map(([, result]) => result);
    assert.ok(results.length >= 4);
    const described = codesIn(action.outputs.result?.description ?? '').filter((code) => code !== 'wait');
    assert.deepEqual(described.toSorted(), results.toSorted());
  });

  test('skip reasons are those of the code', () => {
    const [, declared = ''] = /export type SkipReason =([^;]+);/.exec(readText('src/events/types.ts')) ?? [];
    const reasons = [...declared.matchAll(/'([\w-]+)'/g)].map(([, reason]) => reason);
    assert.deepEqual(names(tableUnder(readText('docs/troubleshooting.md'), 'Skip reasons')), reasons);
  });

  test('an entry of deliveries has the fields that docs/delivery.md shows', async () => {
    const { runAction } = await import('../support/run-action.ts');
    const { startReceiver } = await import('../support/receiver.ts');
    const receiver = await startReceiver();
    const digest = `sha256:${'ab'.repeat(32)}`;
    const inputs = { url: receiver.origin, secret: 'x'.repeat(32), artifact: 'ghcr.io/acme/app:v1', digest };
    const run = await runAction({ inputs });
    await receiver.close();
    const [entry] = JSON.parse(run.outputs.deliveries ?? '');
    const shown = [...readText('docs/delivery.md').matchAll(/```json\n(\{\n.*?\n\})\n```/gs)].map(
      ([, json = '']) => JSON.parse(json) as Mapping,
    );
    const example = shown.find((object) => 'durationMs' in object);
    assert.deepEqual(Object.keys(example ?? {}), Object.keys(entry));
  });

  troubleshooting(tableUnder(readText('docs/troubleshooting.md'), 'Troubleshooting'));
});

suite('push/action.yml, docs/push.md and code agree', () => {
  const push = parseYaml(readText('push/action.yml'), 'push/action.yml') as ActionFile;
  const markdown = readText('docs/push.md');
  const needed = { INPUT_ARTIFACT: 'ghcr.io/acme/platform-config:main' };

  test('an input that is not set means the same as its default', () => {
    const standard = Object.entries(push.inputs).map(([name, { default: value = '' }]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]);
    assert.deepEqual(readPushInputs({ ...Object.fromEntries(standard), ...needed }), readPushInputs(needed));
  });

  test('the code reads the inputs that are declared, and no others', () => {
    const read = new Set<string>();
    const environment = new Proxy<Record<string, string>>(needed, {
      get(target, key: string) {
        read.add(key.slice('INPUT_'.length).toLowerCase());
        return target[key];
      },
    });
    readPushInputs(environment);
    assert.deepEqual([...read].sort(), Object.keys(push.inputs).sort());
  });

  test('outputs are the same in push/action.yml and code', () => {
    const refused = pushOutputs({ kind: 'refused', error: new Error() });
    assert.deepEqual(Object.keys(refused), Object.keys(push.outputs));
  });

  // Most of these are skopeo's messages: what matters is that there is advice about them.
  troubleshooting(tableUnder(markdown, 'When it fails'), (part) => hintFor(part, 'ghcr.io') !== undefined);
});

test('the README quotes no factor and no size that docs/benchmarks.md does not have', () => {
  const measured = readText('docs/benchmarks.md');
  for (const [quoted] of README.matchAll(/\d[\d.]* ?(?:×|[kM]i?B\b)/g)) assert.ok(measured.includes(quoted), quoted);
});

test('docs/delivery.md lists what the code repeats', () => {
  const listed = tableUnder(readText('docs/delivery.md'), 'When an attempt is repeated');
  const durationMs = 0;
  const codes = listed.flatMap(([came = '']) => codesIn(came)).filter((code) => /^[A-Z_]+$/.test(code));
  assert.deepEqual(codes.toSorted(), [...RETRIED_CODES].sort());
  const statuses = new Set((listed[0]?.[0] ?? '').split(', ').map(Number));
  for (let status = 100; status < 600; status += 1) {
    const answer = { kind: 'response', status, body: '', bodyState: 'complete', durationMs } as const;
    assert.equal(isRetryable(answer), statuses.has(status), String(status));
  }
});

/** Every quoted message must occur, in its parts around "…", in one source file. */
function troubleshooting(
  table: readonly (readonly string[])[],
  isKnown: (part: string) => boolean = () => false,
): void {
  for (const [message = ''] of table) {
    test(`${message} is a message that can occur`, () => {
      const parts = codesIn(message)
        .flatMap((code) => code.split('…'))
        .map((part) => part.trim())
        .filter((part) => part !== '');
      assert.ok(parts.length > 0);
      const spoken = SOURCES.find((source) => parts.every((part) => spokenBy(source).includes(part) || isKnown(part)));
      assert.ok(spoken, `no file in src says ${JSON.stringify(parts)}`);
    });
  }
}

/** A source file with its quotes as they come out. */
function spokenBy(source: string): string {
  return source.replaceAll("\\'", "'").replaceAll('\\`', '`');
}
