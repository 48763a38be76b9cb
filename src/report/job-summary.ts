import { type Attempt, type Delivery, isSuccess, outcomeOf } from '../delivery/types.ts';
import { type Artifact, nameArtifact } from '../oci/artifact.ts';
import type { Message } from '../receivers/types.ts';
import { formatDuration } from '../util/time.ts';
import { code, details, errorLines, escapeMarkdown, fit, link, table, unbroken } from './markdown.ts';
import { type Outcome, type Prepared, type Result, resultOf } from './outcome.ts';
import { renderTimeline } from './timeline.ts';

/** The sign before the heading. */
const SIGNS: Readonly<Record<Result, string>> = {
  delivered: '✅',
  deployed: '✅',
  unchanged: '⏭',
  skipped: '⏭',
  'dry-run': '⏭',
  failed: '❌',
};
/** More rows than this are folded. */
const FOLD_ABOVE = 20;
/** Characters of a body that are shown. */
const LONGEST_BODY = 4_000;
/** Bytes of each part at most: GitHub drops a summary over 1 MiB whole. The timeline takes up to 270 kB of it. */
const SHARE = {
  artifacts: 150_000,
  messages: 600_000,
  deliveries: 350_000,
  endpoints: 50_000,
  history: 200_000,
  containers: 50_000,
};

/** The job summary as GitHub Markdown. Everything that comes from an event or a server is escaped here. */
export function renderSummary(outcome: Outcome): string {
  const result = resultOf(outcome);
  const heading = `### ${SIGNS[result]} OCI webhook: ${result}`;
  switch (outcome.kind) {
    case 'refused':
      return `${heading}\n\n${errorLines(outcome.error)}\n`;
    case 'skipped':
      return `${heading}\n\nNothing was sent (${outcome.skip.reason}): ${escapeMarkdown(outcome.skip.detail)}.\n`;
    case 'dry-run':
      return `${heading}\n\n${artifactTable(outcome.artifacts)}\n\nThis would be sent${receivers(outcome.prepared)}:\n\n${bodies(outcome.prepared.flatMap(({ messages }) => messages))}\n`;
    case 'sent':
      return `${[
        heading,
        artifactTable(outcome.artifacts),
        deliveryTable(outcome.deliveries),
        containers(outcome.deliveries),
        renderTimeline(outcome.deliveries),
        history(outcome.deliveries),
      ]
        .filter((part) => part !== '')
        .join('\n\n')}\n`;
  }
}

/** Digests are whole: they can be copied to send again. */
function artifactTable(artifacts: readonly Artifact[]): string {
  const rows = artifacts.map((artifact) => {
    const { digest, pageUrl } = artifact;
    const shown = digest === undefined ? '–' : link(`\`${digest}\``, pageUrl);
    return [inCode(artifact), shown];
  });
  return foldedTable(['Artifact', 'Digest'], rows, 'artifacts');
}

function inCode(artifact: Artifact): string {
  return `\`${nameArtifact(artifact)}\``;
}

function bodies(messages: readonly Message[]): string {
  const shown = fit(
    messages.map(({ body }) => [fence(body)]),
    SHARE.messages,
  );
  const more = messages.length > shown.length ? [`and ${messages.length - shown.length} more`] : [];
  return [...shown.flat(), ...more].join('\n\n');
}

/** A body as it is sent. It is JSON on one line, so that nothing inside can close the fence. */
function fence(body: string): string {
  const line = body.length > LONGEST_BODY ? `${body.slice(0, LONGEST_BODY)}…` : body;
  return `\`\`\`json\n${line}\n\`\`\``;
}

function receivers(prepared: readonly Prepared[]): string {
  const endpoints = prepared.flatMap(({ endpoint = [] }) => endpoint);
  if (endpoints.length === 0) return '';
  const shown = fit(
    endpoints.map(({ label }) => [escapeMarkdown(label)]),
    SHARE.endpoints,
  );
  const more = endpoints.length > shown.length ? [`${endpoints.length - shown.length} more`] : [];
  return ` to ${[...shown.flat(), ...more].join(', ')}`;
}

function deliveryTable(deliveries: readonly Delivery[]): string {
  const { head: names, cells } = namesOf(deliveries);
  const head = [...names, 'Result', 'Status', 'Attempts', 'Time', 'Answer'];
  const rows = deliveries.map((delivery) => {
    const { attempts, durationMs, deployment } = delivery;
    const { serverMessage = '', hint = '' } = deployment ?? delivery;
    const answer = [escapeMarkdown(serverMessage, 300), escapeMarkdown(hint)].filter((text) => text !== '');
    const result = attempts.at(-1)?.result;
    return [
      ...cells(delivery),
      `${isSuccess(delivery) ? '✅' : '❌'}&nbsp;${outcomeOf(delivery)}`,
      result?.kind === 'response' ? String(result.status) : '–',
      String(attempts.length),
      unbroken(formatDuration(durationMs)),
      answer.length === 0 ? '–' : answer.join('<br>'),
    ];
  });
  return foldedTable(head, rows, 'deliveries');
}

/** The columns that distinguish deliveries. */
function namesOf(deliveries: readonly Delivery[]) {
  const several = new Set(deliveries.map(({ message }) => message.artifact)).size > 1;
  return {
    head: ['Endpoint', ...(several ? ['Artifact'] : [])],
    cells: ({ endpoint, message }: Delivery): readonly string[] => [
      escapeMarkdown(endpoint.label),
      ...(several ? [inCode(message.artifact)] : []),
    ],
  };
}

/** The containers of the deployments, if the servers list them. Those that do not run as they should come first. */
function containers(deliveries: readonly Delivery[]): string {
  const { head, cells } = namesOf(deliveries);
  const all = deliveries.flatMap((delivery) =>
    (delivery.deployment?.containers ?? []).map((container) => ({ delivery, container })),
  );
  if (all.length === 0) return '';
  const rows = all
    .toSorted((a, b) => Number(a.container.isWell) - Number(b.container.isWell))
    .map(({ delivery, container: { name, state, isWell, logCommand } }) => [
      ...cells(delivery),
      code(name, 100),
      [
        `${isWell ? '✅' : '❌'}&nbsp;${escapeMarkdown(state, 100)}`,
        ...(logCommand ? [code(logCommand, 150)] : []),
      ].join('<br>'),
    ]);
  return foldedTable([...head, 'Container', 'State'], rows, 'containers');
}

/** When each attempt happened and why it failed, for deliveries that took more than one. */
function history(deliveries: readonly Delivery[]): string {
  const repeated = deliveries.filter(({ attempts }) => attempts.length > 1);
  if (repeated.length === 0) return '';
  const { head, cells } = namesOf(deliveries);
  const rows = repeated.flatMap((delivery) =>
    delivery.attempts.map((attempt, index) => [...cells(delivery), String(index + 1), ...attemptCells(attempt)]),
  );
  const shown = fit(rows, SHARE.history);
  const title = `Attempts${rows.length > shown.length ? `, the first ${shown.length} of ${rows.length}` : ''}`;
  return details(title, table([...head, 'Attempt', 'Began (UTC)', 'Took', 'Outcome'], shown));
}

function attemptCells({ startedMs, result }: Attempt): readonly string[] {
  const outcome = result.kind === 'response' ? String(result.status) : escapeMarkdown(result.message, 200);
  return [new Date(startedMs).toISOString().slice(11, 23), formatDuration(result.durationMs), outcome];
}

/** A table of the `rows` that fit: folded when it is long, with the total when not all are shown. */
function foldedTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  what: 'artifacts' | 'deliveries' | 'containers',
): string {
  const shown = fit(rows, SHARE[what]);
  if (rows.length <= FOLD_ABOVE && shown.length === rows.length) return table(head, shown);
  const part = shown.length < rows.length ? `, the first ${shown.length} shown` : '';
  return details(`${rows.length} ${what}${part}`, table(head, shown));
}
