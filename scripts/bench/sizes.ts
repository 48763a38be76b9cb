import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Section } from './section.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** What makes a run load a file of dist; a test holds it to the files that are there. */
export const LOADED: Readonly<Record<string, string>> = {
  'index.js': 'every run',
  'report.js': 'every run, while the answer is awaited',
  'headers.js': '`headers`, `signature-header` or `api-key`',
  'trust.js': '`ca-certificate` or `client-certificate`',
  'proxy.js': 'a proxy variable in the environment',
  'filter.js': '`filter`: picomatch',
  'resolve.js': '`verify`, or a digest that is not known yet',
  'registry.js': '`verify`, or a digest that is not known yet: @actions/exec',
  'all-tags.js': '`all-tags`',
  'packages-api.js': '`all-tags`: Octokit from @actions/github, with undici',
  'wait.js': '`wait`',
  'doco-cd-runs.js': '`wait` with `format: doco-cd`',
  'distribution.js': 'a Distribution event or `format`',
  'docker-hub.js': 'a Docker Hub event or `format`',
  'harbor.js': 'a Harbor event',
  'msr.js': 'an MSR event or `format`',
  'plain-target.js': 'another `format` than doco-cd',
  'push/index.js': 'the push action: tar, YAML, @actions/core, @actions/exec',
};

/** How much there is to load, and when it is. */
export async function sizes(): Promise<Section> {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const order = Object.keys(LOADED);
  const rows = files
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((name) => [name, `${(statSync(join(DIST, name)).size / 1000).toFixed(1)} kB`, LOADED[name] ?? '']);
  return {
    title: 'Files of dist',
    text: 'Not minified. What every run loads is meant to stay under 60 kB for the entry; a test in CI holds it to that, and to these two files.',
    head: ['File', 'Size', 'Loaded for'],
    rows,
  };
}
