import { nameArtifact } from './artifact.ts';
import type { Delivery } from './deliver.ts';
import { duration } from './duration.ts';
import { code, escapeMarkdown, table } from './markdown.ts';
import { isGood } from './outcome.ts';

/** The way of awaited deployments in time, for the summary: a Mermaid gantt, which GitHub draws, and a table below it. */

/** Rows of the picture: more cannot be read. */
const DRAWN = 20;
/** Rows of the table that are not folded. */
const OPEN = 10;
/** Characters of the table at most: GitHub drops a summary over 1 MiB whole, and this is only a part of it. */
const TABLE_LIMIT = 250_000;

/** One stretch of a delivery: what it was called, and when. Milliseconds since the epoch. */
type Phase = { readonly name: string; readonly fromMs: number; readonly toMs: number };

type Row = { readonly name: string; readonly delivery: Delivery; readonly phases: readonly Phase[] };

/** Markdown about deliveries that were awaited; empty when none was. */
export function renderTimeline(deliveries: readonly Delivery[]): string {
  if (!deliveries.some(({ deployment }) => deployment !== undefined)) return '';
  const rows = deliveries
    .filter(({ attempts }) => attempts.length > 0)
    .map((delivery) => ({ delivery, name: nameIn(deliveries, delivery), phases: phasesOf(delivery) }));
  return [`#### Deployments in time`, picture(rows), phaseTable(rows)].join('\n\n');
}

/** What tells this delivery from the others: the endpoint, the artifact, or both. */
function nameIn(deliveries: readonly Delivery[], { endpoint, message }: Delivery): string {
  const severalEndpoints = deliveries.some((other) => other.endpoint !== endpoint);
  const severalMessages = deliveries.some((other) => other.message !== message);
  const artifact = message.artifacts.map(nameArtifact).join(', ');
  return [severalEndpoints ? endpoint.label : '', severalMessages || !severalEndpoints ? artifact : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Sending ends with the answer that accepts; where the answer comes only at the end, with the attempt that was heard. */
function phasesOf({ attempts, deployment }: Delivery): readonly Phase[] {
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sentMs = first.startedMs;
  const heardMs = last.startedMs + last.exchange.durationMs;
  const tries = attempts.length === 1 ? '' : ` (${attempts.length} attempts)`;
  if (deployment === undefined) return [{ name: `sending${tries}`, fromMs: sentMs, toMs: heardMs }];
  const { acceptedMs, startedMs, endedMs } = deployment;
  const phase = (name: string, fromMs: number, toMs: number) => ({ name, fromMs, toMs: Math.max(fromMs, toMs) });
  if (acceptedMs === undefined) {
    const sending = attempts.length === 1 ? [] : [phase(`sending${tries}`, sentMs, last.startedMs)];
    return [...sending, phase('in the request', last.startedMs, endedMs)];
  }
  const sending = phase(`sending${tries}`, sentMs, acceptedMs);
  if (startedMs === undefined) return [sending, phase('accepted', acceptedMs, endedMs)];
  return [sending, phase('accepted', acceptedMs, startedMs), phase('running', startedMs, endedMs)];
}

function picture(rows: readonly Row[]): string {
  const drawn = rows.length <= DRAWN ? rows : [...rows].sort(byInterest).slice(0, DRAWN);
  const beganMs = Math.min(...drawn.map(({ phases }) => phases[0]?.fromMs ?? Number.POSITIVE_INFINITY));
  const endedMs = Math.max(...drawn.map(({ phases }) => phases.at(-1)?.toMs ?? 0));
  const note =
    drawn.length === rows.length
      ? ''
      : `\n\nDrawn are ${drawn.length} of ${rows.length}: what did not go well, then what took longest.`;
  return `\`\`\`mermaid\n${[
    'gantt',
    'title Time since the first request',
    'dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    ...axis(endedMs - beganMs),
    'todayMarker off',
    ...drawn.flatMap(({ name, delivery, phases }) => [
      `section ${plain(name, 60)}`,
      ...phases.map((phase, index) => bar(phase, index === phases.length - 1 ? delivery : undefined, beganMs)),
    ]),
  ].join('\n')}\n\`\`\`${note}`;
}

/** What did not go well first, then what took longest. */
function byInterest(a: Row, b: Row): number {
  return Number(isGood(a.delivery)) - Number(isGood(b.delivery)) || b.delivery.durationMs - a.delivery.durationMs;
}

/** The last phase carries how it ended. */
function bar({ name, fromMs, toMs }: Phase, ended: Delivery | undefined, beganMs: number): string {
  const tag = ended === undefined ? 'done, ' : isGood(ended) ? 'active, ' : 'crit, ';
  const outcome = ended === undefined ? '' : ` → ${ended.kind}`;
  return `${plain(`${name} ${duration(toMs - fromMs)}${outcome}`, 80)} :${tag}${clock(fromMs - beganMs)}, ${clock(toMs - beganMs)}`;
}

/** Time that has passed, written as an hour of some day: read and shown without a time zone, it is the same everywhere. */
function clock(elapsedMs: number): string {
  return new Date(Date.UTC(2001, 0, 1) + Math.round(elapsedMs)).toISOString().slice(0, 23).replace('T', ' ');
}

const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600];

/** About eight marks, at round times. */
function axis(lengthMs: number): readonly string[] {
  const seconds = STEPS_S.find((step) => step * 8_000 >= lengthMs) ?? 3_600;
  const interval = seconds < 60 ? `${seconds}second` : seconds < 3_600 ? `${seconds / 60}minute` : '1hour';
  return [`axisFormat ${lengthMs < 3_600_000 ? '%M:%S' : '%H:%M'}`, `tickInterval ${interval}`];
}

/** `text` of others in a gantt, where colons, semicolons and hashes have a meaning: what is not plain becomes a space. */
function plain(text: string, limit: number): string {
  const kept = text
    .replaceAll(':', '∶')
    .replace(/[^\p{L}\p{N} ∶.,/@_()→+-]+/gu, ' ')
    .trim();
  return kept.length > limit ? `…${kept.slice(-limit)}` : kept || '-';
}

function phaseTable(rows: readonly Row[]): string {
  const head = ['Deployment', 'Ended', 'Sent (UTC)', 'Sending', 'Accepted', 'Running', 'Total', 'Job'];
  const lines: (readonly string[])[] = [];
  let left = TABLE_LIMIT;
  for (const row of rows) {
    const cells = cellsOf(row);
    left -= cells.join(' | ').length + 6;
    if (left < 0) break;
    lines.push(cells);
  }
  const shown = table(head, lines);
  if (rows.length <= OPEN) return shown;
  const title = `${rows.length} deployments${lines.length < rows.length ? `, the first ${lines.length} shown` : ''}`;
  return `<details><summary>${title}</summary>\n\n${shown}\n\n</details>`;
}

function cellsOf({ name, delivery, phases }: Row): readonly string[] {
  const took = (wanted: string) => {
    const phase = phases.find((candidate) => candidate.name.startsWith(wanted));
    return phase === undefined ? '–' : duration(phase.toMs - phase.fromMs);
  };
  const [fromMs, toMs] = [phases[0]?.fromMs ?? 0, phases.at(-1)?.toMs ?? 0];
  return [
    escapeMarkdown(name),
    `${isGood(delivery) ? '✅' : '❌'} ${delivery.kind}`,
    new Date(fromMs).toISOString().slice(11, 19),
    took('sending'),
    took('accepted'),
    took(delivery.deployment?.acceptedMs === undefined ? 'in the request' : 'running'),
    duration(toMs - fromMs),
    delivery.jobId === undefined ? '–' : code(delivery.jobId),
  ];
}
