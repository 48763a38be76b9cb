import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Section } from './compare.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** What makes a run load a file of dist. A test compares it with the files that are there. */
export const LOADED: Readonly<Record<string, string>> = {
  'index.js': 'every run',
  'registry.js': '`verify`, or a digest that is not known yet',
  'github-api.js': '`all-tags` and `oidc-audience`: Octokit from @actions/github, @actions/core, with undici',
  'push/index.js': 'the push action: what asks the registry, and @actions/core',
};
const CHUNKS = {
  'index.js': 'certificates, proxies, `wait`: each only with its input',
  'push/index.js': 'packing, with tar and YAML: while skopeo asks the registry',
};

/** How much there is to load, and when it is. */
export async function sizes(): Promise<Section> {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const bytesOf = (name: string) => statSync(join(DIST, name)).size;
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const rows = Object.entries(LOADED).map(([name, when]) => [name, kilobytes(bytesOf(name)), when]);
  for (const [entry, when] of Object.entries(CHUNKS)) {
    const chunks = files.filter((name) => !(name in LOADED) && dirname(name) === dirname(entry));
    const sum = chunks.reduce((bytes, name) => bytes + bytesOf(name), 0);
    const after = rows.findIndex(([name]) => name === entry) + 1;
    rows.splice(after, 0, [`${chunks.length} chunks of ${entry}`, kilobytes(sum), when]);
  }
  return {
    title: 'Files of dist',
    text: 'Not minified, so that it can be reviewed. Every run loads index.js alone; a test holds it to that.',
    head: ['File', 'Size', 'Loaded for'],
    rows,
  };
}
