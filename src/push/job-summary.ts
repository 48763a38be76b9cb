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

/**
 * The job summary as GitHub Markdown, in the order of the other action's. File names and messages of tools are escaped
 * here.
 */
export function renderPushSummary(outcome: PushOutcome): string {
  switch (outcome.kind) {
    case 'refused':
      return `### ❌ Nothing was pushed\n\n${errorLines(outcome.error)}\n`;
    case 'cancelled':
      return '### ❌ Cancelled, nothing was pushed\n';
    case 'dry-run':
    case 'pushed':
      return `${[`### ${headline(outcome)}`, ...failures(outcome), facts(outcome), pull(outcome), inside(outcome)]
        .filter((part) => part !== '')
        .join('\n\n')}\n`;
  }
}

type PackedOutcome = Extract<PushOutcome, { kind: 'dry-run' | 'pushed' }>;

/** What happened to what. */
function headline(outcome: PackedOutcome): string {
  const { destinations } = outcome.inputs;
  const [first] = destinations;
  const isOne = destinations.length === 1;
  const name = first === undefined ? '' : code(isOne ? formatReference(first) : `${first.host}/${first.path}`);
  const what = isOne ? name : `${plural(destinations.length, 'tag')} of ${name}`;
  if (outcome.kind === 'dry-run') return `🧪 Dry run: ${what}`;
  const { uploads, isCancelled } = outcome;
  if (isCancelled && !uploads.every(isThere)) return `❌ Cancelled: ${what}`;
  const failed = uploads.filter(({ kind }) => kind === 'failed').length;
  if (failed > 0) return isOne ? `❌ Not pushed: ${what}` : `❌ ${failed} of ${what} not pushed`;
  return uploads.every(({ kind }) => kind === 'unchanged') ? `⏭ Nothing new: ${what}` : `✅ Pushed ${what}`;
}

/** Why tags were not pushed: what the registry or the tool said, and what to do. */
function failures(outcome: PackedOutcome): readonly string[] {
  if (outcome.kind === 'dry-run') return [];
  return outcome.uploads.flatMap((upload) => {
    if (upload.kind !== 'failed') return [];
    const name = outcome.uploads.length === 1 ? [] : [`**${code(formatReference(upload.destination))}**`];
    const hint = upload.hint === undefined ? [] : [`**To fix:** ${escapeMarkdown(upload.hint)}`];
    return [[...name, `**What happened:** ${escapeMarkdown(upload.message, 300)}`, ...hint].join('<br>\n')];
  });
}

/** What was packed. The line that pulls it has the digest already. */
function facts(outcome: PackedOutcome): string {
  const { checked, image } = outcome;
  const isPulled = outcome.kind === 'pushed' && outcome.uploads.some(isThere);
  const digest = isPulled ? [] : [code(image.manifest.digest)];
  const sizes = `${formatBytes(image.bytes)} packed, ${formatBytes(checked.bytes)} unpacked`;
  return [...digest, plural(countFiles(checked), 'file'), sizes].join(' · ');
}

/** Where there are several tags, what became of each; and the files. */
function inside(outcome: PackedOutcome): string {
  const rows =
    outcome.kind === 'pushed'
      ? outcome.uploads.map((upload) => [code(formatReference(upload.destination)), RESULTS[upload.kind]])
      : outcome.inputs.destinations.map((destination) => [code(formatReference(destination)), '⏭ not pushed']);
  const tags = rows.length === 1 ? '' : `${table(['Tag', 'Result'], rows)}\n\n`;
  return details('Details', `${tags}${tree(outcome.checked.entries)}`);
}

const RESULTS: Readonly<Record<Upload['kind'], string>> = {
  pushed: '✅ pushed',
  unchanged: '⏭ had this digest already',
  'in-doubt': '❔ cancelled while it was pushed: perhaps in the registry',
  'not-tried': '⏭ not tried',
  failed: '❌ not pushed',
};

function pull(outcome: PackedOutcome): string {
  const there = outcome.kind === 'pushed' ? outcome.uploads.find(isThere) : undefined;
  if (there === undefined) return '';
  const { host, path } = there.destination;
  const command = `docker pull ${formatReference({ host, path, digest: outcome.image.manifest.digest })}`;
  return `\`\`\`sh\n${command}\n\`\`\`\n\n${firstDeployment(host)}`;
}

/** What the server needs besides the message. Nobody can tell from here whether the package is private. */
function firstDeployment(host: string): string {
  const visibility = host === 'ghcr.io' ? ' (new packages of ghcr.io are), make it public in its settings, or' : ',';
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
  return `<pre>${lines.join('\n')}${more}</pre>`;
}
