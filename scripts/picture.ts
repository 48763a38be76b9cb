import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Deployment, FAILURES, startDocoCd } from '../__tests__/support/doco-cd.ts';
import { entryOf, runAction } from '../__tests__/support/run-action.ts';

/**
 * `npm run picture`: runs the bundled action (dist) against servers on this machine and renders its job summaries as GitHub would,
 * to docs/summary.png (a success) and docs/summary-failure.png. It needs Chromium ($CHROMIUM, or chromium on the path), a font
 * with emoji, and npm. `-- --all FILE` renders every situation below each other to FILE instead; `--width N` says how wide the
 * page is in pixels (620; a phone has 400); `--dark` takes GitHub's dark theme.
 */

/** Fetched when pictures are made, which is rare: with what they depend on they are 200 MB, too much for every npm ci. */
const RENDERERS = ['github-markdown-css@5.9.0', 'markdown-it@15.0.3', 'mermaid@12.3.0'];
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, '.cache/picture');
const SECRETS = { secret: 'picture-secret-0123456789abcdef', apiSecret: 'picture-key-0123456789abcdef' };
const NAMES = ['eu1.example.com', 'us1.example.com', 'ap1.example.com'];

const { values: options } = parseArgs({
  options: {
    all: { type: 'string' },
    width: { type: 'string', default: '620' },
    dark: { type: 'boolean', default: false },
  },
});

/** The job summary of a real run against one server for each deployment. */
async function summaryOf(deployments: readonly Deployment[], inputs: Record<string, string> = {}): Promise<string> {
  const plan = (deployment: Deployment) => () => ({ queuedMs: 900, runMs: 4_300, ...deployment });
  const servers = await Promise.all(deployments.map((each) => startDocoCd({ ...SECRETS, deploy: plan(each) })));
  const origins = servers.map(({ origin }) => origin);
  const run = await runAction({
    entry: entryOf('dist'),
    eventName: 'registry_package',
    event: readFileSync(join(ROOT, '__tests__/fixtures/events/index-tagged.json'), 'utf8'),
    inputs: { url: origins.join('\n'), secret: SECRETS.secret, 'api-key': SECRETS.apiSecret, ...inputs },
  });
  await Promise.all(servers.map((server) => server.close()));
  return [...origins, ...(inputs.url === undefined ? [] : [inputs.url])].reduce((shown, origin, index) => {
    const host = origin.replace('http://', '');
    const spellings = [`http&#58;//${host}`, origin, host, host.replace(':', '∶')];
    return spellings.reduce((before, each) => before.replaceAll(each, NAMES[index] ?? ''), shown);
  }, run.summary);
}

const SITUATIONS: readonly (() => Promise<string>)[] = [
  () => summaryOf([{}], { wait: 'false' }),
  () => summaryOf([{}]),
  () => summaryOf([{}, { failure: FAILURES.compose }, { runMs: 6_200 }]),
  () => summaryOf([{ containers: [{ service: 'web' }, { service: 'db', state: 'exited', exitCode: 137 }] }]),
  () => summaryOf([], { url: 'http://127.0.0.1:9', deadline: '5' }),
  () => summaryOf([{}], { filter: 'ghcr.io/acme/other:*' }),
  () => summaryOf([{}], { 'dry-run': 'true' }),
];

/** The page that GitHub would show, with its style sheet and its Mermaid; its title is its height once all is drawn. */
function pageOf(summary: string): string {
  const require = createRequire(join(CACHE, 'package.json'));
  const at = (path: string) => pathToFileURL(join(CACHE, 'node_modules', path)).href;
  const html: string = new (require('markdown-it'))({ html: true, linkify: true }).render(summary);
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<link rel="stylesheet" href="${at(`github-markdown-css/github-markdown-${options.dark ? 'dark' : 'light'}.css`)}">
<style>body { margin: 0 } .markdown-body { padding: 16px; min-height: 0 }</style>
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
    const args = [...flags, ...more, pathToFileURL(page).href];
    return execFileSync(process.env.CHROMIUM ?? 'chromium', args, { encoding: 'utf8', stdio: 'pipe' });
  };
  const [, height = '800'] = /<title>(\d+)<\/title>/.exec(chromium('800', '--dump-dom')) ?? [];
  chromium(height, '--force-device-scale-factor=2', `--screenshot=${out}`);
}

if (options.all !== undefined) {
  const summaries = await Promise.all(SITUATIONS.map((situation) => situation()));
  render(summaries.join('\n\n---\n\n'), options.all);
} else {
  render((await SITUATIONS[1]?.()) ?? '', join(ROOT, 'docs/summary.png'));
  render((await SITUATIONS[2]?.()) ?? '', join(ROOT, 'docs/summary-failure.png'));
}
