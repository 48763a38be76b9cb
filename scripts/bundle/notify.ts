import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputChunk, type Plugin, rollup } from '@rollup/wasm-node';

/**
 * The bundle of the notify action, the one that must start fast: lib/main.js becomes index.js, and each module that is
 * loaded with `import()` a chunk of its name. Rollup leaves in the entry what the entry shares with a chunk, keeps names, and
 * adds no run-time of its own: what a run evaluates is what it needs, and it reads like the source.
 *
 * @actions/core is the only package inside. At its top it imports @actions/exec, and undici through @actions/http-client, for
 * functions that are never called here. Rollup leaves unused imports out, and `refuse` holds it to that.
 */

/** The one package that is bundled; whatever it imports must turn out to be unused. */
const BUNDLED = '@actions/core';

/** Loaded at one moment, while the answer is awaited, and therefore one file. (Without this, what `wait` needs of it too is not.) */
const AFTER_SENDING = [
  'duration',
  'hint',
  'markdown',
  'network-error',
  'outcome',
  'read-ending',
  'report',
  'retry',
  'summary',
  'verdict',
  'write-report',
];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Node's own modules, without `import ... from 'node:http'`: that evaluates the undici inside Node, which takes longer than
 * all the rest (nodejs/node#57649, #59686).
 */
const builtins: Plugin = {
  name: 'builtins',
  // A module for each importer, so that it comes to stand in the same file, under the builtin's name.
  resolveId: (id, importer) =>
    isBuiltin(id) ? { id: `\0${importer}/node-${id.replace(/^node:/, '')}`, moduleSideEffects: false } : null,
  load(id) {
    const [, name] = /^\0.*\/node-([^/]+)$/.exec(id) ?? [];
    if (name === undefined) return null;
    const code = `export default /* @__PURE__ */ process.getBuiltinModule('node:${name}');`;
    return { code, syntheticNamedExports: true };
  },
};

/** Everything that is not ours, and of ours what `bundles` holds, stays an import. */
function packages(bundles: readonly string[]): Plugin {
  return {
    name: 'packages',
    resolveId(id, importer) {
      if (importer === undefined) return null;
      if (id === BUNDLED) return { id: fileURLToPath(import.meta.resolve(id)), moduleSideEffects: false };
      if (!id.startsWith('.')) return { id, external: true, moduleSideEffects: false };
      return bundles.includes(basename(id)) ? { id: `./${basename(id)}`, external: true } : null;
    },
  };
}

function chunkOf(id: string): string | null {
  const isLate = AFTER_SENDING.some((name) => id.endsWith(`/${name}.js`) || id.includes(`/${name}.js/`));
  return isLate || id.includes('node_modules') ? 'report' : null;
}

/** Builds the notify action from `lib` into `dist`; `bundles` are files beside it that it may import at run time. */
export async function bundleNotify(lib: string, dist: string, bundles: readonly string[]): Promise<void> {
  const build = await rollup({
    input: { index: join(lib, 'main.js') },
    plugins: [builtins, packages(bundles)],
    treeshake: { moduleSideEffects: (id) => !id.includes('node_modules') },
    onLog(_level, log) {
      // What it remarks about the toolkit (top-level `this` in TypeScript's helpers, a circle of imports) is not ours to mend.
      if (!log.message.includes(`node_modules/${BUNDLED}/`)) throw new Error(`Rollup: ${log.message}`);
    },
  });
  const { output } = await build.write({
    dir: dist,
    format: 'es',
    generatedCode: 'es2015',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: chunkOf,
    onlyExplicitManualChunks: true,
    hoistTransitiveImports: false,
    minifyInternalExports: false,
  });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  const own = new Set([...chunks.map(({ fileName }) => fileName), ...bundles, ...bundles.map((name) => `./${name}`)]);
  for (const chunk of chunks) {
    refuse(chunk, own);
    formatLikeSource(join(dist, chunk.fileName));
  }
  writeFileSync(join(dist, 'licenses.txt'), licence());
}

/** An update of the toolkit that makes one of its functions need more than it did, ends here. */
function refuse({ fileName, code, imports, dynamicImports }: OutputChunk, own: ReadonlySet<string>): void {
  const foreign = [...imports, ...dynamicImports].find((name) => !own.has(name));
  const trace = foreign ?? ['undici', 'http-client'].find((word) => code.includes(word));
  if (trace === undefined) return;
  throw new Error(`${fileName} needs ${trace}, which every run would evaluate: see scripts/bundle/notify.ts`);
}

/** TypeScript indents by four and breaks no lines; formatted, the file is a tenth smaller and easier to compare with src. */
function formatLikeSource(path: string): void {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['format', `--stdin-file-path=src/${basename(path)}`];
  const input = readFileSync(path);
  writeFileSync(path, execFileSync(process.execPath, [biome, ...options], { cwd: ROOT, input }));
}

/** The licence of what is bundled. */
function licence(): string {
  const entry = fileURLToPath(import.meta.resolve(BUNDLED));
  return `${BUNDLED}\n${readFileSync(join(dirname(dirname(entry)), 'LICENSE.md'), 'utf8').trim()}\n`;
}
