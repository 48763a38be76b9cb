import { readFileSync } from 'node:fs';

/** What docs/start.html knows of the receivers, taken from their pages. `npm run build` writes it there. */

/** Where each page says it: its settings, the secrets of the repository, and the step. */
type Sections = { readonly page: string; readonly side: string; readonly secret: string; readonly step: string };

const NAMES = 'argo-cd kargo flux keel image-updater watchtower portainer coolify dokploy komodo'.split(' ');
const PAGES: Readonly<Record<string, Sections>> = {
  'doco-cd': {
    page: 'docs/doco-cd.md',
    side: '1. The server',
    secret: '3. The secrets in the repository',
    step: '5. The workflow',
  },
  ...Object.fromEntries(
    NAMES.map((name) => [
      name,
      { page: `docs/receivers/${name}.md`, side: 'Its side', secret: 'The secret', step: 'The step' },
    ]),
  ),
};

/** The text below a heading, up to the next one of the same level. */
function sectionOf(markdown: string, title: string, page: string): string {
  const [, text] = markdown.split(`\n## ${title}\n`);
  if (text === undefined) throw new Error(`${page} has no section ${JSON.stringify(title)}`);
  return text.split(/^## /m)[0] ?? '';
}

/** The first fenced block, with the prose before it where there is no such block. */
function firstBlock(section: string, language: string): string {
  const [, block] = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(section) ?? [];
  const prose = section.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
  return (block ?? prose).trim();
}

/** One JSON object for each receiver and line. */
export function receiversForStartPage(): string {
  const lines = Object.entries(PAGES).map(([name, { page, side, secret, step }]) => {
    const markdown = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
    const stepYaml = firstBlock(sectionOf(markdown, step, page), 'yaml');
    const [, inputs] = /uses: OWNER\/oci-webhook-action@v1\n +with:\n(.*)/s.exec(stepYaml) ?? [];
    if (inputs === undefined) throw new Error(`${page}: the step does not use this action`);
    const settings = firstBlock(sectionOf(markdown, side, page), 'yaml');
    const secrets = firstBlock(sectionOf(markdown, secret, page), 'sh');
    // Indented as the list of a step needs it.
    const given = inputs.split('\n').map((line) => line.trim());
    const title = name === 'doco-cd' ? name : (/^# (.+)$/m.exec(markdown)?.[1] ?? name);
    return `  ${JSON.stringify({ name, title, page, settings, secrets, inputs: given })}`.replaceAll('<', '\\u003c');
  });
  return `<script type="application/json" id="receivers">\n[\n${lines.join(',\n')}\n]\n</script>`;
}
