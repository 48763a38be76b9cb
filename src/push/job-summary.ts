import { formatReference } from '../oci/reference.ts';
import { code, details, errorLines, escapeMarkdown, table } from '../report/markdown.ts';
import { formatBytes, plural } from '../util/text.ts';
import type { Entry } from './check/scan.ts';
import { countFiles, type PushOutcome } from './outcome.ts';
import type { Upload } from './upload.ts';

/** Lines of the tree at most: GitHub drops a summary over 1 MiB whole. */
const SHOWN = 1_000;
const NAME_LENGTH = 100;

/** The job summary as GitHub Markdown. File names and messages of tools are escaped here. */
export function renderPushSummary(outcome: PushOutcome): string {
  const heading = `### ${headline(outcome)}`;
  switch (outcome.kind) {
    case 'refused':
      return `${heading}\n\n${errorLines(outcome.error)}\n`;
    case 'cancelled':
      return `${heading}\n`;
    case 'dry-run':
    case 'pushed':
      return `${[heading, facts(outcome), pull(outcome), tree(outcome.checked.entries)]
        .filter((part) => part !== '')
        .join('\n\n')}\n`;
  }
}

type PackedOutcome = Extract<PushOutcome, { kind: 'dry-run' | 'pushed' }>;

/** With the signs that the other action's summary has. */
function headline(outcome: PushOutcome): string {
  if (outcome.kind === 'cancelled') return '❌ OCI push: cancelled';
  if (outcome.kind === 'dry-run') return '⏭ OCI push: dry run';
  if (outcome.kind === 'refused' || outcome.uploads.some(({ kind }) => kind === 'failed')) return '❌ OCI push: failed';
  return outcome.uploads.every(({ kind }) => kind === 'unchanged') ? '⏭ OCI push: unchanged' : '✅ OCI push: pushed';
}

function facts(outcome: PackedOutcome): string {
  const { inputs, checked, image } = outcome;
  const rows = [
    ['Digest', code(image.manifest.digest)],
    ['Size', `${formatBytes(image.bytes)} packed, ${formatBytes(checked.bytes)} unpacked`],
    ['Content', plural(countFiles(checked), 'file')],
  ];
  const tags: readonly (readonly string[])[] =
    outcome.kind === 'dry-run'
      ? inputs.destinations.map((destination) => [code(formatReference(destination)), '⏭ not pushed'])
      : outcome.uploads.map((upload) => [code(formatReference(upload.destination)), resultOf(upload)]);
  return table(['Artifact', ''], [...tags, ...rows]);
}

function resultOf(upload: Upload): string {
  switch (upload.kind) {
    case 'pushed':
      return '✅ pushed';
    case 'unchanged':
      return '⏭ had this digest already';
    case 'not-tried':
      return '⏭ not tried';
    case 'failed': {
      const hint = upload.hint === undefined ? '' : `<br>${escapeMarkdown(upload.hint)}`;
      return `❌ ${escapeMarkdown(upload.serverMessage, 300)}${hint}`;
    }
  }
}

function pull(outcome: PackedOutcome): string {
  const [first] = outcome.kind === 'pushed' ? outcome.uploads : [];
  if (first === undefined || first.kind === 'failed') return '';
  const { host, path } = first.destination;
  return `\`\`\`sh\ndocker pull ${formatReference({ host, path, digest: outcome.image.manifest.digest })}\n\`\`\``;
}

/** The packed files as an indented tree with their sizes. */
function tree(entries: readonly Entry[]): string {
  const lines = entries.slice(0, SHOWN).map(({ path, kind, bytes }) => {
    const depth = path.split('/').length - 1;
    const name = escapeMarkdown(path.slice(path.lastIndexOf('/') + 1), NAME_LENGTH);
    return `${'  '.repeat(depth)}${name}${kind === 'directory' ? '/' : `  ${formatBytes(bytes)}`}`;
  });
  const more = entries.length > SHOWN ? `\n… and ${entries.length - SHOWN} more` : '';
  return details('Tree', `<pre>${lines.join('\n')}${more}</pre>`);
}
