import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSettings } from '../../relay/settings.ts';
import { codesIn, readText, tableUnder } from '../support/markdown.ts';

suite('relay/README.md and relay/ agree', () => {
  const readme = readText('relay/README.md');

  test('the settings are those that are read, with their defaults', () => {
    const rows = tableUnder(readme, 'Settings');
    const read = new Set(['PORT', 'HOST']);
    const environment: Record<string, string> = {
      REPOSITORY: 'acme/config',
      RELAY_TOKEN: 'a-relay-token-of-some-length',
      GITHUB_TOKEN: 'github_pat',
    };
    const { eventType, apiUrl, timeoutMs } = readSettings(
      new Proxy(environment, {
        get(target, name: string) {
          read.add(name);
          return target[name];
        },
      }),
    );
    const defaults = new Map(rows.map(([name = '', value = '']) => [codesIn(name)[0], codesIn(value)[0]]));
    assert.deepEqual([...defaults.keys()].sort(), [...read].sort());
    assert.deepEqual(
      ['EVENT_TYPE', 'GITHUB_API_URL', 'TIMEOUT'].map((name) => defaults.get(name)),
      [eventType, apiUrl, String(timeoutMs / 1000)],
    );
  });

  test('the answers are those of the code', () => {
    const statuses = [...readText('relay/relay.ts').matchAll(/status: (?:isTransient \? )?(\d{3})(?: : (\d{3}))?/g)];
    const given = new Set(statuses.flatMap(([, first, second]) => [first, second]).filter((status) => status));
    // 200 is the health, and 500 a bug or a Worker that is not set up.
    for (const status of ['200', '500']) given.delete(status);
    assert.deepEqual(
      tableUnder(readme, 'Requests').map(([status]) => status),
      [...given].sort(),
    );
  });
});
