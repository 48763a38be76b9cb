import { type Artifact, nameArtifact } from './artifact.ts';
import type { Attempt, Delivery } from './deliver.ts';
import { duration } from './duration.ts';
import type { Message } from './formats/format.ts';
import { code, escapeMarkdown, link, oneLine, table } from './markdown.ts';
import { isGood, messageOf, type Outcome, resultOf } from './outcome.ts';
import { shortDigest } from './reference.ts';
import { renderTimeline } from './timeline.ts';

/** Rows beyond this are folded, and beyond SHOWN left out with their number: GitHub drops a summary over 1 MiB whole. */
const FOLD_ABOVE = 50;
const SHOWN = 1_000;

/** The job summary as GitHub Markdown. Everything that comes from an event or a server is escaped here. */
export function renderSummary(outcome: Outcome): string {
  const heading = `### OCI webhook: ${resultOf(outcome)}`;
  switch (outcome.kind) {
    case 'refused':
      return `${heading}\n\n${escapeMarkdown(messageOf(outcome.error), 2000)}\n`;
    case 'skipped':
      return `${heading}\n\nNothing was sent (${outcome.skip.reason}): ${escapeMarkdown(outcome.skip.detail)}.\n`;
    case 'dry-run':
      return `${heading}\n\n${artifactTable(outcome.artifacts)}\n\nThis would be sent:\n\n${bodies(outcome.messages)}\n`;
    case 'sent':
      return `${[
        heading,
        artifactTable(outcome.artifacts),
        deliveryTable(outcome.deliveries),
        hints(outcome.deliveries),
        renderTimeline(outcome.deliveries),
        history(outcome.deliveries),
      ]
        .filter((part) => part !== '')
        .join('\n\n')}\n`;
  }
}

function artifactTable(artifacts: readonly Artifact[]): string {
  const rows = artifacts.map((artifact) => {
    const digest = artifact.digest === undefined ? '–' : link(`\`${shortDigest(artifact.digest)}\``, artifact.pageUrl);
    return [`\`${nameArtifact(artifact)}\``, digest];
  });
  return fold(rows.length, 'artifacts', table(['Artifact', 'Digest'], rows.slice(0, SHOWN)));
}

function bodies(messages: readonly Message[]): string {
  return messages
    .slice(0, FOLD_ABOVE)
    .map(({ body }) => code(body, 2000))
    .join('\n\n');
}

function deliveryTable(deliveries: readonly Delivery[]): string {
  const several = new Set(deliveries.map(({ message }) => message)).size > 1;
  const head = ['Endpoint', ...(several ? ['Artifact'] : []), 'Result', 'Status', 'Attempts', 'Time', 'Answer'];
  const rows = deliveries.slice(0, SHOWN).map((delivery) => {
    const { kind, endpoint, message, attempts, durationMs, words } = delivery;
    const exchange = attempts.at(-1)?.exchange;
    return [
      escapeMarkdown(endpoint.label),
      ...(several ? [message.artifacts.map((artifact) => `\`${nameArtifact(artifact)}\``).join('<br>')] : []),
      `${isGood(delivery) ? '✅' : '❌'} ${kind}`,
      exchange?.kind === 'answer' ? String(exchange.status) : '–',
      String(attempts.length),
      duration(durationMs),
      words === undefined || words === '' ? '–' : escapeMarkdown(words, 300),
    ];
  });
  return fold(deliveries.length, 'deliveries', table(head, rows));
}

function hints(deliveries: readonly Delivery[]): string {
  const byHint = Map.groupBy(
    deliveries.filter(({ hint }) => hint !== undefined),
    ({ hint }) => hint ?? '',
  );
  return [...byHint]
    .map(
      ([hint, { length, 0: first }]) =>
        `- ${escapeMarkdown(first?.endpoint.label ?? '')}${length > 1 ? ` and ${length - 1} more` : ''}: ${escapeMarkdown(hint)}`,
    )
    .join('\n');
}

/** When each attempt happened and why it failed, for deliveries that took more than one. */
function history(deliveries: readonly Delivery[]): string {
  const rows = deliveries
    .filter(({ attempts }) => attempts.length > 1)
    .flatMap(({ endpoint, attempts }) =>
      attempts.map((attempt, index) => [escapeMarkdown(endpoint.label), String(index + 1), ...when(attempt)]),
    );
  if (rows.length === 0) return '';
  const shown = table(['Endpoint', 'Attempt', 'Began (UTC)', 'Took', 'Outcome'], rows.slice(0, SHOWN));
  return details(`Attempts${rows.length > SHOWN ? `, the first ${SHOWN} of ${rows.length}` : ''}`, shown);
}

function when({ startedMs, exchange }: Attempt): readonly string[] {
  const outcome = exchange.kind === 'answer' ? String(exchange.status) : escapeMarkdown(exchange.message, 200);
  return [new Date(startedMs).toISOString().slice(11, 23), duration(exchange.durationMs), outcome];
}

function fold(count: number, what: string, shown: string): string {
  if (count <= FOLD_ABOVE) return shown;
  return details(`${count} ${what}${count > SHOWN ? `, the first ${SHOWN} shown` : ''}`, shown);
}

function details(title: string, inside: string): string {
  return `<details><summary>${oneLine(title)}</summary>\n\n${inside}\n\n</details>`;
}
