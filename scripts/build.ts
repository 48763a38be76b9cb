import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleNotify } from './bundle/notify.ts';

/**
 * Builds dist from clean, or another directory with `--out`: TypeScript to lib/, then the bundles.
 *
 * - index.js and the chunks that it loads are what the notify action consists of: see scripts/bundle/notify.ts.
 * - The others are bundled whole by ncc, with all of the packages that they need. The push action starts with its own; the
 *   rest are imported by index.js at run time, for what few runs need. Errors of theirs are strangers to index.js: what they
 *   have to say is in the values that they return.
 */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LIB = join(ROOT, 'lib');

/** What index.js may import, by the name of the module in lib/. */
const BESIDE_NOTIFY = ['filter.js', 'packages-api.js', 'registry.js'];
/** Entry in lib/, what becomes of it in dist/, and the TypeScript project whose `paths` ncc applies in node_modules too. */
const BUNDLES = [
  ...BESIDE_NOTIFY.map((name) => [name, name, 'tsconfig.json']),
  ['push/main.js', 'push/index.js', 'scripts/bundle/push/tsconfig.json'],
] as const;

const { out } = parseArgs({ options: { out: { type: 'string', default: join(ROOT, 'dist') } } }).values;
const dist = resolve(out);

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const options: ExecFileSyncOptions = {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  };
  execFileSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], options);
}

function bundle(entry: string, file: string, project: string): void {
  const built = mkdtempSync(join(tmpdir(), 'oci-webhook-build-'));
  const options = ['--target', 'es2022', '--license', 'licenses.txt', '--no-cache'];
  const env = { TS_NODE_PROJECT: join(ROOT, project) };
  run('@vercel/ncc/dist/ncc/cli.js', ['build', join('lib', entry), '-o', built, ...options], env);
  for (const name of readdirSync(built)) {
    const target = join(dist, dirname(file), rename(name, file));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(join(built, name)));
  }
  rmSync(built, { recursive: true });
}

/** ncc has fixed names for what it writes. */
function rename(name: string, file: string): string {
  const own = file.slice(file.lastIndexOf('/') + 1);
  if (name === 'index.js') return own;
  if (own === 'index.js' || name === 'package.json') return name;
  if (name === 'licenses.txt') return own.replace(/\.js$/, '.licenses.txt');
  throw new Error(`${file}: ncc made a chunk ${name}, but what is imported at run time must be one file`);
}

rmSync(LIB, { recursive: true, force: true });
rmSync(dist, { recursive: true, force: true });
run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
await bundleNotify(LIB, dist, BESIDE_NOTIFY);
for (const [entry = '', file = '', project = ''] of BUNDLES) bundle(entry, file, project);
if (readFileSync(join(dist, 'push/index.js'), 'utf8').includes('node_modules/undici')) {
  throw new Error('push/index.js holds undici: scripts/bundle/push no longer keeps it out');
}
