import { formatReference } from '../oci/reference.ts';
import { code, details, errorLines, escapeMarkdown, table } from '../report/markdown.ts';
import { formatBytes, plural } from '../util/text.ts';
import type { Entry } from './check/scan.ts';
import { countFiles, type PushOutcome } from './outcome.ts';
import { isThere, type Upload } from './upload.ts';

/** Lines of the tree at most: GitHub drops a summary over 1 MiB whole. */
const SHOWN = 1_000;
const NAME_LENGTH = 100;
/** Directories below are shown at this depth. */
const DEEPEST = 30;

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
  if (outcome.kind === 'refused') return '❌ OCI push: failed';
  if (outcome.isCancelled && !outcome.uploads.every(isThere)) return '❌ OCI push: cancelled';
  if (outcome.uploads.some(({ kind }) => kind === 'failed')) return '❌ OCI push: failed';
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
    case 'in-doubt':
      return '❔ cancelled while it was pushed: perhaps in the registry';
    case 'not-tried':
      return '⏭ not tried';
    case 'failed': {
      const hint = upload.hint === undefined ? '' : `<br>${escapeMarkdown(upload.hint)}`;
      return `❌ ${escapeMarkdown(upload.message, 300)}${hint}`;
    }
  }
}

function pull(outcome: PackedOutcome): string {
  const there = outcome.kind === 'pushed' ? outcome.uploads.find(isThere) : undefined;
  if (there === undefined) return '';
  const { host, path } = there.destination;
  const command = `docker pull ${formatReference({ host, path, digest: outcome.image.manifest.digest })}`;
  return `\`\`\`sh\n${command}\n\`\`\`\n\n${firstDeployment(host)}`;
}

/** What the server needs besides the message. Nobody can tell from here whether the package is private. */
function firstDeployment(host: string): string {
  const visibility = host === 'ghcr.io' ? ' (new packages of ghcr.io are), make it public in its settings, or' : ':';
  return `If this package is private${visibility} give the server that deploys it a login for ${code(host)}. The command above shows whether it has one.`;
}

/** The packed files as an indented tree with their sizes. */
function tree(entries: readonly Entry[]): string {
  const lines = entries.slice(0, SHOWN).map(({ path, kind, bytes }) => {
    const depth = Math.min(path.split('/').length - 1, DEEPEST);
    const name = escapeMarkdown(path.slice(path.lastIndexOf('/') + 1), NAME_LENGTH);
    return `${'  '.repeat(depth)}${name}${kind === 'directory' ? '/' : `  ${formatBytes(bytes)}`}`;
  });
  const more = entries.length > SHOWN ? `\n… and ${entries.length - SHOWN} more` : '';
  return details('Tree', `<pre>${lines.join('\n')}${more}</pre>`);
}
