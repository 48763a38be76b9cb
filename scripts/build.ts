import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Builds dist from clean: TypeScript to lib/, then one ncc bundle per entry. (ncc 0.45 cannot compile with TypeScript 7.)
 *
 * The notify action is split so that a run evaluates only what it needs:
 * - dist/index.js, and the report chunk that it loads while the answer is awaited, are built with scripts/bundle/tsconfig.json,
 *   whose `paths` ncc also applies inside node_modules. They replace @actions/http-client (which evaluates undici) and
 *   @actions/exec by stubs that throw: @actions/core imports both at its top for functions that are never called here.
 * - what really needs them is a bundle of its own, without the stubs, which dist/index.js imports by file name and only when
 *   it is needed (`webpackIgnore` in the source).
 * When an update of the toolkit moves an import past the stubs, `refuse` below fails the build.
 */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');

type Bundle = {
  /** Compiled entry in lib/. */
  readonly entry: string;
  /** What its index.js becomes in dist/. */
  readonly file: string;
  /** Whether the stubs stand in for @actions/http-client and @actions/exec. */
  readonly stubs: boolean;
};

const BUNDLES: readonly Bundle[] = [
  { entry: 'main.js', file: 'index.js', stubs: true },
  { entry: 'push/main.js', file: 'push/index.js', stubs: false },
  { entry: 'registry.js', file: 'registry.js', stubs: false },
  { entry: 'packages-api.js', file: 'packages-api.js', stubs: false },
];

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  execFileSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
}

function bundle({ entry, file, stubs }: Bundle): void {
  const built = mkdtempSync(join(tmpdir(), 'oci-webhook-build-'));
  const project = join(ROOT, stubs ? 'scripts/bundle/tsconfig.json' : 'tsconfig.json');
  const options = ['--target', 'es2022', '--license', 'licenses.txt', '--no-cache'];
  run('@vercel/ncc/dist/ncc/cli.js', ['build', join('lib', entry), '-o', built, ...options], {
    TS_NODE_PROJECT: project,
  });
  for (const name of readdirSync(built)) {
    const text = readFileSync(join(built, name), 'utf8');
    if (stubs && name.endsWith('.js')) refuse(name, text);
    const target = join(DIST, dirname(file), rename(name, file));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  rmSync(built, { recursive: true });
}

/** Where ncc's fixed names would collide, the bundle's own name comes first; only the entries named index.js have chunks. */
function rename(name: string, file: string): string {
  const own = file.slice(file.lastIndexOf('/') + 1);
  if (name === 'index.js') return own;
  if (own === 'index.js' || name === 'package.json') return name;
  if (name === 'licenses.txt') return own.replace(/\.js$/, '.licenses.txt');
  throw new Error(`${file}: ncc made a chunk ${name}, but only entries named index.js may load lazily`);
}

function refuse(name: string, text: string): void {
  for (const trace of [
    'undici',
    'node_modules/@actions/http-client',
    'node_modules/@actions/exec',
    'node_modules/tunnel',
  ]) {
    if (text.includes(trace)) {
      throw new Error(
        `${name} holds ${trace}: the stubs in scripts/bundle no longer keep it out, see scripts/build.ts`,
      );
    }
  }
}

rmSync(join(ROOT, 'lib'), { recursive: true, force: true });
rmSync(DIST, { recursive: true, force: true });
run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
for (const entry of BUNDLES) bundle(entry);
