import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isOn, validateFields } from '../../../../src/push/check/fields.ts';
import { parseDocuments } from '../../../../src/push/check/yaml.ts';
import { isObject } from '../../../../src/util/json.ts';

/** What Go (go.yaml.in/yaml/v3.0.4 into doco-cd's struct) refuses, and what it takes. Tried with Go itself. */
function problemsIn(yaml: string): string {
  const problems: string[] = [];
  const [document] = parseDocuments(yaml);
  const value = document?.kind === 'read' ? document.value : undefined;
  validateFields(isObject(value) ? value : {}, (text) => problems.push(text));
  return problems.join('\n');
}

describe('wrong types', () => {
  const wrong: Readonly<Record<string, string>> = {
    'timeout: "60"': 'timeout must be a number, found the text "60"',
    'timeout: 60s': 'timeout must be a number, found the text "60s"',
    'timeout: true': 'timeout must be a number, found true',
    'timeout: 1.0e30': 'timeout must be a number, found 1e+30',
    'git_depth: -1': 'git_depth must be a number from 0, found -1',
    'profiles: dev': 'profiles must be a list of names, found the text "dev"',
    'profiles: [[dev]]': 'profiles must be a list of names, found a list',
    'compose_files: {a: b}': 'compose_files must be a list of names, found keys and values',
    'env_files: .env': 'env_files must be a list of names, found the text ".env"',
    'force_recreate: "true"': 'force_recreate must be true or false, found the text "true"',
    'force_recreate: 1': 'force_recreate must be true or false, found 1',
    'name: [a]': 'name must be text, found a list',
    'webhook_filter: {a: b}': 'webhook_filter must be text, found keys and values',
    'environment: [A=1]': 'environment must be keys with texts, found a list',
    'environment: {A: [1]}': 'environment must be keys with texts, found keys and values',
    'external_secrets: [A]': 'external_secrets must be keys and values, found a list',
    'auto_discovery: maybe': 'auto_discovery must be true or false, found the text "maybe"',
    'auto_discovery: [true]': 'auto_discovery must be true or false, found a list',
    'auto_discovery: {enabled: 1}': 'auto_discovery.enabled must be true or false, found 1',
    'auto_discovery: {depth: "2"}': 'auto_discovery.depth must be a number from 0, found the text "2"',
    'destroy: {remove_volumes: never}': 'destroy.remove_volumes must be true or false, found the text "never"',
    'build: true': 'build must be keys and values, found true',
    'build: {args: [A=1]}': 'build.args must be keys with texts, found a list',
    'reconciliation: {restart_limit: -1}': 'reconciliation.restart_limit must be a number from 0, found -1',
  };
  for (const [yaml, problem] of Object.entries(wrong)) test(yaml, () => assert.equal(problemsIn(yaml), problem));
});

describe('types that Go takes', () => {
  const right: readonly string[] = [
    'name: 1',
    'name: 2001-01-01',
    'name: true',
    'name:',
    'timeout: 60',
    'timeout: 60.5',
    'timeout: 0x10',
    'timeout: -1',
    'timeout:',
    'profiles: [dev, 1, true, ~]',
    'profiles:',
    'force_recreate: yes',
    'force_recreate: "on"',
    'force_recreate: N',
    'environment: {A: 1, B: true, C: ~, 2: x}',
    'auto_discovery:',
    'auto_discovery: {enabled: yes, depth: 0}',
    'destroy: false',
    'reconciliation: {enabled: false, events: [die]}',
    'context: [unknown keys are ignored]',
  ];
  for (const yaml of right) test(yaml, () => assert.equal(problemsIn(yaml), ''));
});

test('what means true', () => {
  assert.deepEqual([true, 'yes', 'Y', 'on', 'ON'].map(isOn), [true, true, true, true, true]);
  assert.deepEqual([false, 'no', 'off', 'true', 'yEs', 1, null, undefined, {}].map(isOn), Array(9).fill(false));
});
