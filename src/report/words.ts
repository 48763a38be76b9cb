import { type Delivery, isSuccess } from '../delivery/types.ts';
import { nameArtifact } from '../oci/artifact.ts';
import type { Container } from '../receivers/types.ts';
import { grouped, oneLine, plural } from '../util/text.ts';
import { formatDuration } from '../util/time.ts';

/** How a delivery ended, in the words that summary, annotation and log share. Nothing here is escaped yet. */

/** The server as people call it: without the scheme, unless it is not encrypted. */
export function nameServer({ endpoint }: Pick<Delivery, 'endpoint'>): string {
  return endpoint.label.replace(/^https:\/\//, '');
}

/** What became of a message, as the rest of a sentence that begins with the name of the server. */
export function describeEnding(delivery: Delivery): string {
  const { kind, deployment, durationMs, attempts } = delivery;
  const after = ` after ${formatDuration(durationMs)}`;
  switch (deployment?.kind) {
    case 'succeeded':
      return `deployed${after}`;
    case 'unchanged':
    case 'skipped':
      return `had nothing to deploy${after}`;
    case 'failed':
      if (attempts.length === 0) return 'was not told';
      return notWell(delivery).length > 0 ? `deployed, but not all containers run${after}` : `failed to deploy${after}`;
    case 'timed-out':
      return `did not finish within ${formatDuration(durationMs)}`;
    case 'cancelled':
      return `was not waited for any longer: the job was cancelled${after}`;
    case 'unknown':
      return `took the message, and how the deployment ended is not known${after}`;
    case undefined:
      break;
  }
  const nth = attempts.length > 1 ? `, ${ordinal(attempts.length)} attempt` : '';
  switch (kind) {
    case 'accepted':
      return `accepted${after}${nth}`;
    case 'rejected':
      return `refused the message${after}${nth}`;
    case 'unreachable':
      return `was not reached: ${plural(attempts.length, 'attempt')} in ${formatDuration(durationMs)}`;
    case 'cancelled':
      return 'was not told: the job was cancelled';
  }
}

/** The containers that do not run as they should. */
export function notWell({ deployment }: Delivery): readonly Container[] {
  return (deployment?.containers ?? []).filter(({ isWell }) => !isWell);
}

/** What the server said, with the status of its answer, or the network's error. Undefined when there is nothing. */
export function saidBy(delivery: Delivery): string | undefined {
  const { deployment, kind, attempts } = delivery;
  const { serverMessage = '' } = deployment ?? delivery;
  const result = attempts.at(-1)?.result;
  // The status is that of the message. It does not describe a deployment, nor how a cancelled delivery ended.
  const status = deployment === undefined && kind !== 'cancelled' && result?.kind === 'response' ? result.status : '';
  const said = serverMessage.startsWith(`${status} `) ? serverMessage : `${status} ${serverMessage}`.trim();
  return said === '' ? undefined : oneLine(said, 300);
}

/** What to do about it, or what to know. */
export function adviceOn({ deployment, hint }: Delivery): string | undefined {
  return deployment === undefined ? hint : deployment.hint;
}

/** Whether the server spoke, or a network or clock did. */
export function isServerWord({ kind, deployment }: Delivery): boolean {
  return deployment === undefined ? kind === 'rejected' : deployment.kind === 'failed';
}

/** What the whole step is about: `ghcr.io/acme/app:v1`, or how many artifacts. */
export function nameAll(deliveries: readonly Delivery[]): string {
  const artifacts = new Set(deliveries.map(({ message }) => message.artifact));
  const [first] = artifacts;
  return artifacts.size === 1 && first !== undefined ? nameArtifact(first) : plural(artifacts.size, 'artifact');
}

/** How many failed: `1 of 3 servers failed`. */
export function countFailed(deliveries: readonly Delivery[]): string {
  const failed = deliveries.filter((delivery) => !isSuccess(delivery)).length;
  const isByServer = new Set(deliveries.map(({ endpoint }) => endpoint)).size === deliveries.length;
  const all = isByServer ? plural(deliveries.length, 'server') : plural(deliveries.length, 'delivery', 'deliveries');
  return `${grouped(failed)} of ${all} failed`;
}

function ordinal(count: number): string {
  const suffix = count % 100 >= 11 && count % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${suffix}`;
}
