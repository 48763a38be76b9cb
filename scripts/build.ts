import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeGenerated } from './generate.ts';

/**
 * Writes what is made of action.yml, then builds `dist` from clean: TypeScript to `lib`, then one bundle for each entry.
 *
 * A bundle is CommonJS: there, `require('node:http')` does not evaluate the undici inside Node, which takes longer than all
 * the rest (nodejs/node#57649, #59686). What is loaded with `import()` becomes a chunk of its own.
 */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LIB = join(ROOT, 'lib');

type Bundle = {
  /** Module in `lib` and file in `dist`. */
  readonly entry: string;
  readonly file: string;
  /** Other bundles that it loads at run time: the request in the source, and the file beside it in `dist`. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Packages that must not be inside: they would slow down every run. */
  readonly without: readonly string[];
  /** Whose `paths` ncc applies in node_modules too: scripts/bundle keeps packages out. */
  readonly project: string;
  /** Halves what a job downloads. Only for packages that nobody reviews here: minified code starts more slowly. */
  readonly minify?: boolean;
};

/**
 * The summary of @actions/core is never used, and to load it takes 3 ms of every run, because it touches `fs.promises`. A module
 * that is loaded anyway stands in for it; no file of ours may have this name.
 */
const NOT_USED = { './summary.js': 'node:os' };

const BUNDLES: readonly Bundle[] = [
  {
    entry: 'main.js',
    file: 'index.js',
    beside: {
      '../github/packages.js': './github-api.js',
      '../util/exec.js': './exec.js',
    },
    without: ['undici', '@actions/http-client', '@actions/exec'],
    project: 'scripts/bundle/notify.json',
  },
  // These return errors as values: `instanceof` does not recognise errors of another bundle.
  { entry: 'github/packages.js', file: 'github-api.js', without: [], project: 'tsconfig.json', minify: true },
  // With the real @actions/exec, which @actions/core imports too, but only to tell the platform.
  { entry: 'util/exec.js', file: 'exec.js', without: ['undici', '@actions/core'], project: 'tsconfig.json' },
  {
    entry: 'push/main.js',
    file: 'push/index.js',
    beside: { '../util/exec.js': '../exec.js' },
    without: ['undici', '@actions/http-client', '@actions/exec'],
    project: 'scripts/bundle/notify.json',
  },
];

const dist = join(ROOT, 'dist');
const require = createRequire(import.meta.url);

type Module = { readonly resource?: string; readonly modules?: readonly Module[] };
type Built = {
  readonly code: string;
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
  readonly stats: { readonly compilation: { readonly modules: Iterable<Module> } };
};
const ncc = require('@vercel/ncc') as (entry: string, options: object) => Promise<Built>;

async function bundle({ entry, file, beside = {}, without, project, minify = false }: Bundle): Promise<void> {
  process.env.TS_NODE_PROJECT = join(ROOT, project);
  const options = {
    esm: false,
    target: 'es2022',
    cache: false,
    quiet: true,
    externals: { ...NOT_USED, ...beside },
    minify,
  };
  const { code, assets, stats } = await ncc(join(LIB, entry), options);
  const packages = packagesIn(stats.compilation.modules);
  const found = without.find((name) => packages.includes(name));
  if (found !== undefined) throw new Error(`${file} holds ${found}: ${project} no longer keeps it out`);
  const target = join(dist, file);
  const isEntry = file.endsWith('index.js');
  if (!isEntry && Object.keys(assets).length > 0) throw new Error(`${file} must be one file, but ncc made chunks`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
  for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(dirname(target), name), source);
  if (packages.length === 0) return;
  writeFileSync(
    isEntry ? join(dirname(target), 'licenses.txt') : target.replace(/\.js$/, '.licenses.txt'),
    licences(packages),
  );
}

/** The packages that modules of a bundle come from. */
function packagesIn(modules: Iterable<Module>): readonly string[] {
  const all = [...modules].flatMap((module) => [module, ...(module.modules ?? [])]);
  const names = all.map(({ resource = '' }) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(resource)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined).sort();
}

/** The licence of every package. (ncc's own option forgets those of all chunks but one.) */
function licences(packages: readonly string[]): string {
  const texts = packages.map((name) => {
    const directory = join(ROOT, 'node_modules', name);
    const { license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const file = readdirSync(directory).find((entry) => /^licen[cs]e(?:\.\w+)?$/i.test(entry));
    const text = file === undefined ? '' : `\n${readFileSync(join(directory, file), 'utf8').trim()}\n`;
    return `${name}\n${license}\n${text}`;
  });
  return texts.join('\n');
}

writeGenerated();
rmSync(LIB, { recursive: true, force: true });
rmSync(dist, { recursive: true, force: true });
// The paths in the bundles' comments, and with them the ids of modules, follow from the working directory.
process.chdir(ROOT);
execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
writeFileSync(join(LIB, 'package.json'), '{}\n'); // Without it ncc would take the files for ES modules.
for (const each of BUNDLES) await bundle(each);
writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n');
