import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseChallenges } from '../../../src/registry/authorize.ts';

describe('challenges', () => {
  const bearer = { realm: 'https://auth.example/token', service: 'r.example' };
  const cases: Readonly<Record<string, readonly [text: string, found: object]>> = {
    'Docker Hub': [
      'Bearer realm="https://auth.example/token",service="r.example",scope="repository:a/b:pull,push"',
      { bearer: { ...bearer, scope: 'repository:a/b:pull,push' } },
    ],
    'blanks, capitals and no quotes': ['BEARER Realm = "https://auth.example/token" , service=r.example', { bearer }],
    'two schemes': [
      'Basic realm="Sonatype, Nexus", Bearer realm="https://auth.example/token"',
      { basic: { realm: 'Sonatype, Nexus' }, bearer: { realm: bearer.realm } },
    ],
    'one without parameters': ['Negotiate, Basic realm=x', { negotiate: {}, basic: { realm: 'x' } }],
    'escaped quotes': ['Basic realm="a \\"b\\" c"', { basic: { realm: 'a "b" c' } }],
    'names of objects': ['Basic __proto__="x", realm="y"', { basic: JSON.parse('{"__proto__":"x","realm":"y"}') }],
    nothing: ['', {}],
    'no end of a quote': ['Basic realm="abc', { basic: {}, realm: {}, abc: {} }],
  };
  for (const [what, [text, found]] of Object.entries(cases)) {
    test(what, () => {
      const parsed = [...parseChallenges(text)].map(([scheme, parameters]) => [scheme, Object.entries(parameters)]);
      assert.deepEqual(
        parsed,
        Object.entries(found).map(([scheme, parameters]) => [scheme, Object.entries(parameters)]),
      );
    });
  }

  test('take no longer for hostile ones', () => {
    const before = process.cpuUsage();
    for (const text of ['"\\'.repeat(4096), 'a=" \\'.repeat(1600), 'a'.repeat(8192), 'a = '.repeat(2048)])
      parseChallenges(text);
    assert.ok(process.cpuUsage(before).user < 2_000_000);
  });
});
