import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSettings } from '../../relay/settings.ts';
import { codesIn, readText, tableUnder } from '../support/markdown.ts';

suite('relay/README.md and relay/ agree', () => {
  const readme = readText('relay/README.md');

  test('the settings are those that are read, with their defaults', async () => {
    const rows = tableUnder(readme, 'Settings');
    const read = new Set<string>();
    const environment: Record<string, string> = {
      REPOSITORY: 'acme/config',
      RELAY_TOKEN: 'a-relay-token-of-some-length',
      GITHUB_TOKEN: 'github_pat',
    };
    const { eventType, apiUrl, timeoutMs, intervalMs, host, port } = await readSettings(
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
      ['EVENT_TYPE', 'GITHUB_API_URL', 'TIMEOUT', 'DISPATCHES_PER_SECOND', 'HOST', 'PORT'].map((name) =>
        defaults.get(name),
      ),
      [eventType, apiUrl, ...[timeoutMs / 1000, 1000 / intervalMs, host, port].map(String)],
    );
  });

  test('the answers are those of the code', () => {
    const statuses = [...readText('relay/relay.ts').matchAll(/status: (\d{3})/g)];
    const given = new Set(statuses.map(([, status]) => status));
    // A bug, or a Worker that is not set up.
    given.delete('500');
    assert.deepEqual(
      tableUnder(readme, 'Requests').map(([status]) => status),
      [...given].sort(),
    );
  });
});
