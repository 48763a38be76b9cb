import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { takePicture } from './picture/chromium.ts';
import { FAILURE, SUCCESS, summaryOfRun } from './picture/scenario.ts';

/** `npm run picture`: renders job summaries as GitHub would, in a real browser: a success and a failure, for the documents. */

const HELP = `npm run picture [-- options]

Runs the bundled action (dist) against servers on this machine and renders its job summaries in headless Chromium to
docs/summary.png (a success) and docs/summary-failure.png. Needs Chromium, pngquant and openssl (apt-get install chromium pngquant openssl fonts-inter fonts-noto-color-emoji), and npm to
fetch the renderers.

  --summary FILE   render the Markdown in FILE instead
  --out FILE       where to write the PNG of that (summary.png)
  --help           this text`;

/** Fetched when pictures are made, which is rare: with what they depend on they are 200 MB, too much for every npm ci. */
const RENDERERS = { 'github-markdown-css': '5.9.0', 'markdown-it': '15.0.3', mermaid: '12.3.0' };

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RENDERERS_AT = join(ROOT, 'node_modules/.cache/picture');

function installRenderers(): void {
  const installed = Object.entries(RENDERERS).every(([name, version]) => {
    const manifest = join(RENDERERS_AT, 'node_modules', name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
  if (installed) return;
  mkdirSync(RENDERERS_AT, { recursive: true });
  const wanted = Object.entries(RENDERERS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--prefix', RENDERERS_AT, ...wanted], {
    stdio: 'inherit',
  });
}

/** The page that GitHub would show: its style sheet, its Mermaid, light theme. */
function pageOf(summary: string): string {
  const require = createRequire(join(RENDERERS_AT, 'package.json'));
  const markdown = new (require('markdown-it'))({ html: true, linkify: true });
  const asUsual = markdown.renderer.rules.fence;
  markdown.renderer.rules.fence = (...given: [readonly { info: string; content: string }[], number, ...unknown[]]) => {
    const token = given[0][given[1]];
    return token?.info === 'mermaid'
      ? `<div class="mermaid">${markdown.utils.escapeHtml(token.content)}</div>`
      : asUsual(...given);
  };
  const at = (path: string) => pathToFileURL(join(RENDERERS_AT, 'node_modules', path)).href;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Job summary</title>
<link rel="stylesheet" href="${at('github-markdown-css/github-markdown-light.css')}">
<style>
body { margin: 0; padding: 16px; background: #fff; }
.card { border: 1px solid #d1d9e0; border-radius: 6px; }
.card > header { padding: 14px 24px; font: 600 14px Inter, "Liberation Sans", sans-serif; border-bottom: 1px solid #d1d9e0; }
.markdown-body { padding: 20px 24px 8px; font-family: Inter, "Liberation Sans", sans-serif; }
.markdown-body table { font-size: 14px; }
.mermaid { margin-bottom: 16px; border: 1px solid #d1d9e0; border-radius: 6px; padding: 8px; }
.mermaid svg { display: block; margin: auto; }
</style>
<div class="card"><header>notify summary</header><article class="markdown-body">${markdown.render(summary)}</article></div>
<script src="${at('mermaid/dist/mermaid.min.js')}"></script>
<script>
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: 'default' });
window.drawn = mermaid.run();
</script>`;
}

const { values: options } = parseArgs({
  options: { summary: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
});
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
installRenderers();
if (options.summary !== undefined) {
  await render(readFileSync(options.summary, 'utf8'), options.out ?? 'summary.png');
} else {
  await render(await summaryOfRun(SUCCESS), join(ROOT, 'docs/summary.png'));
  await render(await summaryOfRun(FAILURE), join(ROOT, 'docs/summary-failure.png'));
}

async function render(summary: string, out: string): Promise<void> {
  const page = join(RENDERERS_AT, 'summary.html');
  writeFileSync(page, pageOf(summary));
  const picture = await takePicture(pathToFileURL(page).href, { width: 1_012, scale: 2, ready: 'window.drawn' });
  // A palette is enough for text and bars, and a third of the size.
  const png = execFileSync('pngquant', ['--strip', '--speed', '1', '--quality', '80-98', '-'], { input: picture });
  writeFileSync(out, png);
  console.log(`${out}: ${Math.round(png.length / 1024)} kB`);
}
