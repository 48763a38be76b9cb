import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { FAILURES, startDocoCd } from '../__tests__/support/doco-cd.ts';
import { runAction } from '../__tests__/support/run-action.ts';

/** `npm run picture`: renders job summaries as GitHub would, in a real browser. */

const HELP = `npm run picture [-- options]

Runs the bundled action (dist) against servers on this machine and renders its job summaries in headless Chromium to
docs/summary.png (a success) and docs/summary-failure.png. Needs Chromium ($CHROMIUM, or chromium on the path), and npm to
fetch the renderers.

  --summary FILE   render the Markdown in FILE instead
  --out FILE       where to write the PNG of that (summary.png)
  --width N        of the page in pixels (1012); a phone has 400
  --dark           GitHub's dark theme
  --help           this text`;

/** Fetched when pictures are made, which is rare: with what they depend on they are 200 MB, too much for every npm ci. */
const RENDERERS = ['github-markdown-css@5.9.0', 'markdown-it@15.0.3', 'mermaid@12.3.0'];
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, '.cache/picture');
const SECRETS = { secret: 'picture-secret-0123456789abcdef', apiSecret: 'picture-key-0123456789abcdef' };

const { values: options } = parseArgs({
  options: {
    summary: { type: 'string' },
    out: { type: 'string', default: 'summary.png' },
    width: { type: 'string', default: '1012' },
    dark: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});

/** The job summary of a real run against servers that deploy, or fail to. */
async function summaryOf(...failures: readonly (typeof FAILURES.compose | undefined)[]): Promise<string> {
  const started = failures.map((failure) =>
    startDocoCd({ ...SECRETS, deploy: () => ({ queuedMs: 900, runMs: 4_300, ...(failure && { failure }) }) }),
  );
  const servers = await Promise.all(started);
  const url = servers.map(({ origin }) => origin).join('\n');
  const run = await runAction({
    side: 'dist',
    eventName: 'registry_package',
    event: readFileSync(join(ROOT, '__tests__/fixtures/events/index-tagged.json'), 'utf8'),
    inputs: { url, secret: SECRETS.secret, wait: 'true', 'api-key': SECRETS.apiSecret },
  });
  await Promise.all(servers.map((server) => server.close()));
  const shown = servers.map(({ port }, index) => [`127.0.0.1:${port}`, `server-${index + 1}.example.com`] as const);
  return shown.reduce((text, [from, to]) => text.replaceAll(from, to), run.summary);
}

/** The page that GitHub would show, with its style sheet and its Mermaid; its title is its height once all is drawn. */
function pageOf(summary: string): string {
  const require = createRequire(join(CACHE, 'package.json'));
  const at = (path: string) => pathToFileURL(join(CACHE, 'node_modules', path)).href;
  const html: string = new (require('markdown-it'))({ html: true, linkify: true }).render(summary);
  const theme = options.dark ? 'dark' : 'light';
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<link rel="stylesheet" href="${at(`github-markdown-css/github-markdown-${theme}.css`)}">
<style>body { margin: 0 } .markdown-body { padding: 24px; min-height: 0 }</style>
<article class="markdown-body">${html}</article>
<script src="${at('mermaid/dist/mermaid.min.js')}"></script>
<script>
mermaid.initialize({ startOnLoad: false, theme: '${options.dark ? 'dark' : 'default'}' });
mermaid.run({ querySelector: '.language-mermaid' }).then(() => {
  document.title = Math.ceil(document.querySelector('article').getBoundingClientRect().height);
});
</script>`;
}

function render(summary: string, out: string): void {
  mkdirSync(CACHE, { recursive: true });
  execFileSync('npm', ['install', '--silent', '--ignore-scripts', '--prefix', CACHE, ...RENDERERS]);
  const page = join(CACHE, 'summary.html');
  writeFileSync(page, pageOf(summary));
  const chromium = (height: string, ...more: readonly string[]) => {
    const size = `--window-size=${options.width},${height}`;
    const flags = ['--headless', '--no-sandbox', '--hide-scrollbars', '--virtual-time-budget=9000', size];
    const browser = process.env.CHROMIUM ?? 'chromium';
    return execFileSync(browser, [...flags, ...more, pathToFileURL(page).href], { encoding: 'utf8', stdio: 'pipe' });
  };
  const [, height = '800'] = /<title>(\d+)<\/title>/.exec(chromium('800', '--dump-dom')) ?? [];
  chromium(height, '--force-device-scale-factor=2', `--screenshot=${out}`);
  console.log(out);
}

if (options.help) console.log(HELP);
else if (options.summary !== undefined) render(readFileSync(options.summary, 'utf8'), options.out);
else {
  render(await summaryOf(undefined), join(ROOT, 'docs/summary.png'));
  render(await summaryOf(undefined, FAILURES.compose, undefined), join(ROOT, 'docs/summary-failure.png'));
}
