import { type Delivery, isSuccess, outcomeOf } from '../delivery/types.ts';
import { nameArtifact } from '../oci/artifact.ts';
import { formatDuration } from '../util/time.ts';
import { drawGantt, type Lane, type Phase } from './gantt.ts';
import { code, escapeMarkdown, limitedTable, unbroken } from './markdown.ts';

/** How deployments went over time, for the summary: a chart and a table. */

/** Deployments in the picture: more cannot be read. */
const DRAWN = 20;
/** Bytes of the table at most: GitHub drops a summary over 1 MiB whole, and this is only a part of it. */
const TABLE_BYTES = 250_000;

type Row = Lane & { readonly delivery: Delivery };

/** A chart of the deployments that the step waited for. Empty when it waited for none. */
export function drawDeployments(deliveries: readonly Delivery[]): string {
  const rows = rowsOf(deliveries);
  return rows.length === 0 ? '' : picture(rows);
}

/** How long each part of the deployments took. Empty when the step waited for none. */
export function tableOfPhases(deliveries: readonly Delivery[]): string {
  const rows = rowsOf(deliveries);
  if (rows.length === 0) return '';
  const head = ['Deployment', 'Ended', 'Sent&nbsp;(UTC)', 'Sending', 'Queued', 'Running', 'Total'];
  return limitedTable(head, rows, { bytes: TABLE_BYTES, what: 'deployments', cellsOf });
}

function rowsOf(deliveries: readonly Delivery[]): readonly Row[] {
  if (!deliveries.some(({ deployment }) => deployment !== undefined)) return [];
  const severalEndpoints = new Set(deliveries.map(({ endpoint }) => endpoint)).size > 1;
  const severalArtifacts = new Set(deliveries.map(({ message }) => message.artifact)).size > 1;
  return deliveries
    .filter(({ attempts }) => attempts.length > 0)
    .map((delivery) => ({
      delivery,
      names: [
        ...(severalEndpoints ? [delivery.endpoint.label] : []),
        ...(severalArtifacts || !severalEndpoints ? [nameArtifact(delivery.message.artifact)] : []),
      ],
      phases: phasesOf(delivery),
      outcome: outcomeOf(delivery),
      isSuccess: isSuccess(delivery),
    }));
}

/** Sending ends with the response that accepts. Inside the request, it ends where the accepted attempt begins. */
function phasesOf({ attempts, deployment }: Delivery): readonly Phase[] {
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sentMs = first.startedMs;
  const sending = `sending${attempts.length === 1 ? '' : ` (${attempts.length} attempts)`}`;
  const phase = (name: string, fromMs: number, toMs: number) => ({ name, fromMs, toMs: Math.max(fromMs, toMs) });
  if (deployment === undefined) return [phase(sending, sentMs, last.startedMs + last.result.durationMs)];
  const { acceptedMs, startedMs, endedMs } = deployment.times;
  if (acceptedMs === undefined) {
    const inside = phase('in the request', last.startedMs, endedMs);
    return attempts.length === 1 ? [inside] : [phase(sending, sentMs, last.startedMs), inside];
  }
  return [
    phase(sending, sentMs, acceptedMs),
    phase('queued', acceptedMs, startedMs ?? endedMs),
    ...(startedMs === undefined ? [] : [phase('running', startedMs, endedMs)]),
  ];
}

function picture(rows: readonly Row[]): string {
  if (rows.length <= DRAWN) return drawGantt(rows);
  const note = `Shown are ${DRAWN} of ${rows.length}: failures first, then what took longest.`;
  return `${drawGantt([...rows].sort(byInterest).slice(0, DRAWN))}\n\n${note}`;
}

function byInterest(a: Row, b: Row): number {
  return Number(a.isSuccess) - Number(b.isSuccess) || b.delivery.durationMs - a.delivery.durationMs;
}

function cellsOf({ names, delivery, phases, outcome, isSuccess }: Row): readonly string[] {
  const took = (wanted: RegExp) => {
    const phase = phases.find(({ name }) => wanted.test(name));
    return phase === undefined ? '–' : unbroken(formatDuration(phase.toMs - phase.fromMs));
  };
  const [fromMs, toMs] = [phases[0]?.fromMs ?? 0, phases.at(-1)?.toMs ?? 0];
  return [
    [...names.map((name) => escapeMarkdown(name)), ...(delivery.jobId ? [code(delivery.jobId)] : [])].join('<br>'),
    `${isSuccess ? '✅' : '❌'}&nbsp;${outcome}`,
    new Date(fromMs).toISOString().slice(11, 19),
    took(/^sending/),
    took(/^queued$/),
    took(/^(?:running|in the request)$/),
    unbroken(formatDuration(toMs - fromMs)),
  ];
}
