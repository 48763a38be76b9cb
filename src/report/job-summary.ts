import { describeRequest } from '../delivery/deliver.ts';
import { type Attempt, type Delivery, isSuccess } from '../delivery/types.ts';
import { type Artifact, nameArtifact } from '../oci/artifact.ts';
import { shortDigest } from '../oci/reference.ts';
import type { Container } from '../receivers/types.ts';
import { InputError } from '../util/errors.ts';
import { plural } from '../util/text.ts';
import { formatDuration } from '../util/time.ts';
import { code, details, errorLines, escapeMarkdown, firstOf, limitedTable, link, unbroken } from './markdown.ts';
import { type Broken, eachMessage, type Outcome, type Prepared } from './outcome.ts';
import { drawDeployments, tableOfPhases } from './timeline.ts';
import { adviceOn, countFailed, describeEnding, isServerWord, nameAll, nameServer, notWell, saidBy } from './words.ts';

/**
 * The job summary as GitHub Markdown: the heading says what, where and how it ended, failures come first as text, and
 * what nobody reads on a good day is folded. Everything that comes from an event or a server is escaped here.
 */

/** Failures and successes that are named above the fold. */
const NAMED = 20;
/** Servers that are named with one cause. */
const NAMED_TOGETHER = 5;
/** Containers that are named with each failure. */
const NAMED_CONTAINERS = 5;
/** Messages of a dry run that are shown, and the characters of each body. */
const SHOWN_MESSAGES = 20;
const LONGEST_BODY = 4_000;
/** Bytes of each table at most: GitHub drops a summary over 1 MiB whole. */
const SHARE = { deliveries: 300_000, artifacts: 150_000, attempts: 150_000, containers: 50_000 };

export function renderSummary(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'refused':
      return `### ❌ ${outcome.error instanceof InputError ? 'Nothing was sent' : 'OCI Webhook failed'}\n\n${errorLines(outcome.error)}\n`;
    case 'broken':
      return `${broken(outcome)}\n`;
    case 'skipped':
      return `### ⏭ Nothing was sent (${outcome.skip.reason})\n\n${sentence(outcome.skip.detail)}\n`;
    case 'dry-run':
      return `${dryRun(outcome.prepared)}\n`;
    case 'sent':
      return `${sent(outcome.deliveries)}\n`;
  }
}

/** What was sent before the error, and what may have been. */
function broken({ error, deliveries, open }: Broken): string {
  const nameOne = namer([...deliveries, ...open]);
  const parts = [
    `### ❌ OCI Webhook failed while it was sending\n\n${errorLines(error)}`,
    open.length === 0
      ? ''
      : `**Perhaps sent**, how it ended is not known: ${firstOf(open, NAMED, nameOne).join(' · ')}`,
    deliveries.length === 0 ? '' : `Before that:\n\n#${sent(deliveries)}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** With a capital and a full stop, but for a reference at the beginning, which stays as it is. */
function sentence(text: string): string {
  const whole = /^[a-z]+ /.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
  return `${escapeMarkdown(whole)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function sent(deliveries: readonly Delivery[]): string {
  const failed = deliveries.filter((delivery) => !isSuccess(delivery));
  const good = deliveries.filter(isSuccess);
  const isAlone = deliveries.length === 1;
  const nameOne = isAlone ? undefined : namer(deliveries);
  const parts = [
    `### ${heading(deliveries)}`,
    ...failures(failed, nameOne),
    nameOne === undefined ? success(good) : successes(good, nameOne),
    ...notes(good, nameOne),
    deliveries.filter(({ deployment }) => deployment !== undefined).length > 1 ? drawDeployments(deliveries) : '',
    details('Details', detailsOf(deliveries)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function heading(deliveries: readonly Delivery[]): string {
  const [first] = deliveries;
  const what = deliveries.every(({ message }) => message.artifact === first?.message.artifact)
    ? `\`${nameAll(deliveries)}\``
    : nameAll(deliveries);
  const servers = new Set(deliveries.map(({ endpoint }) => endpoint)).size;
  const where = first !== undefined && servers === 1 ? escapeMarkdown(nameServer(first)) : plural(servers, 'server');
  if (!deliveries.every(isSuccess)) {
    return deliveries.length === 1 && first !== undefined
      ? `❌ ${failedHeading(first, what, where)}`
      : `❌ ${countFailed(deliveries)}: ${what}`;
  }
  if (deliveries.some(({ deployment }) => deployment === undefined)) return `✅ ${what} → ${where}`;
  if (deliveries.some(({ deployment }) => deployment?.kind === 'succeeded')) {
    return `✅ ${what} ${what.startsWith('`') ? 'runs' : 'run'} on ${where}`;
  }
  return `⏭ Nothing to deploy on ${where}: ${what}`;
}

function failedHeading(delivery: Delivery, what: string, where: string): string {
  const { kind, deployment } = delivery;
  if (notWell(delivery).length > 0) return `${what} does not run on ${where}`;
  if (deployment?.kind === 'failed') return `${what} was not deployed on ${where}`;
  if (deployment?.kind === 'timed-out') return `${where} did not finish in time: ${what}`;
  if (deployment?.kind === 'cancelled' || kind === 'cancelled') return `Cancelled: ${what} → ${where}`;
  if (deployment !== undefined) return `Not known how it ended on ${where}: ${what}`;
  return kind === 'unreachable' ? `${where} was not reached: ${what}` : `${where} refused ${what}`;
}

/** The failures, those with the same cause together. */
function failures(failed: readonly Delivery[], nameOne: Namer | undefined): readonly string[] {
  const groups = [...Map.groupBy(failed, (delivery) => cause(delivery).join('<br>\n'))];
  const shown = groups.slice(0, NAMED).map(([text, alike]) => {
    const [first] = alike;
    if (nameOne === undefined || first === undefined) return text;
    const names = firstOf(alike, NAMED_TOGETHER, (delivery) => `**${nameOne(delivery)}**`);
    const ended = `${names.join(', ')} ${describeEnding(first)}`;
    return text === '' ? ended : `${ended}<br>\n${text}`;
  });
  const left = groups.slice(NAMED).reduce((sum, [, alike]) => sum + alike.length, 0);
  return left === 0 ? shown : [...shown, `and ${left} more, below`];
}

/** Why a delivery failed: what the server said or what happened, and what to do. */
function cause(delivery: Delivery): readonly string[] {
  const broken = notWell(delivery);
  const [said, advice] = [saidBy(delivery), adviceOn(delivery)];
  const { attempts, durationMs, deployment } = delivery;
  const happened =
    attempts.length > 1 && deployment === undefined
      ? `Last of ${attempts.length} attempts in ${formatDuration(durationMs)}`
      : 'What happened';
  return [
    ...(broken.length > 0 ? [`**Not running:** ${brokenContainers(broken)}`] : []),
    ...(said === undefined || broken.length > 0
      ? []
      : [`**${isServerWord(delivery) ? 'Server said' : happened}:** ${escapeMarkdown(said, 300)}`]),
    ...(advice === undefined ? [] : [`**To fix:** ${withCommand(advice, broken)}`]),
  ];
}

/** Advice, with the command in it that shows the log of what does not run in a form that can be copied. */
function withCommand(advice: string, broken: readonly Container[]): string {
  const command = broken.map(({ logCommand }) => logCommand).find((each) => each !== undefined);
  if (command === undefined) return escapeMarkdown(advice);
  const [before = '', ...after] = advice.split(command);
  if (after.length === 0) return `${escapeMarkdown(advice)}<br>\n${code(command, 200)}`;
  return `${escapeMarkdown(before)} ${code(command, 200)}${escapeMarkdown(after.join(command))}`;
}

function brokenContainers(broken: readonly Container[]): string {
  const nameOne = ({ name, state }: Container) => `${code(name, 100)} ${escapeMarkdown(state, 100)}`;
  return firstOf(broken, NAMED_CONTAINERS, nameOne).join(', ');
}

type Named = Pick<Delivery, 'endpoint' | 'message'>;
type Namer = (delivery: Named) => string;

/** Names each delivery by what distinguishes it from the others. */
function namer(all: readonly Named[]): Namer {
  const several = new Set(all.map(({ message }) => message.artifact)).size > 1;
  const servers = new Set(all.map(({ endpoint }) => endpoint)).size > 1;
  return (delivery) =>
    [
      ...(servers || !several ? [escapeMarkdown(nameServer(delivery))] : []),
      ...(several ? [inCode(delivery.message.artifact)] : []),
    ].join(' ');
}

/** The only delivery, which went well. */
function success([delivery]: readonly Delivery[]): string {
  if (delivery === undefined) return '';
  const { digest, pageUrl } = delivery.message.artifact;
  const names = (delivery.deployment?.containers ?? []).slice(0, 3).map(({ name }) => code(name, 100));
  return [
    describeEnding(delivery),
    ...names,
    ...(digest === undefined ? [] : [`digest ${link(`\`${shortDigest(digest)}…\``, pageUrl)}`]),
  ].join(' · ');
}

function successes(good: readonly Delivery[], nameOne: Namer): string {
  return firstOf(good, NAMED, (delivery) => `✅ ${nameOne(delivery)} ${shortEnding(delivery)}`).join(' · ');
}

function shortEnding(delivery: Delivery): string {
  return describeEnding(delivery).replace(/^(?:accepted|deployed) after /, '');
}

/** What there is to know about deliveries that went well. What holds for several is said once. */
function notes(good: readonly Delivery[], nameOne: Namer | undefined): readonly string[] {
  const byText = Map.groupBy(good.filter(adviceOn), (delivery) => adviceOn(delivery) ?? '');
  return [...byText].slice(0, NAMED).map(([text, alike]) => {
    const names = nameOne === undefined ? '' : `${firstOf(alike, NAMED_TOGETHER, nameOne).join(', ')}: `;
    return `**Note:** ${names}${escapeMarkdown(text)}`;
  });
}

/** Everything, for the day on which something has to be found out. */
function detailsOf(deliveries: readonly Delivery[]): string {
  const hasDeployments = deliveries.some(({ deployment }) => deployment !== undefined);
  const failed = deliveries.filter((delivery) => !isSuccess(delivery)).length;
  const parts = [
    artifactTable([...new Set(deliveries.map(({ message }) => message.artifact))]),
    // What failed is above the fold with its answer, and the table of a deployment has the rest.
    (hasDeployments ? failed > NAMED : deliveries.length > 1) ? deliveryTable(deliveries) : '',
    tableOfPhases(deliveries),
    containerTable(deliveries),
    attemptTable(deliveries),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Digests are whole: they can be copied to send again. */
function artifactTable(artifacts: readonly Artifact[]): string {
  return cut(['Artifact', 'Digest'], artifacts, 'artifacts', (artifact) => {
    const { digest, pageUrl } = artifact;
    return [inCode(artifact), digest === undefined ? '–' : link(`\`${digest}\``, pageUrl)];
  });
}

function deliveryTable(deliveries: readonly Delivery[]): string {
  const nameOne = namer(deliveries);
  return cut(['Delivery', 'Result', 'Status', 'Answer'], deliveries, 'deliveries', (delivery) => {
    const result = delivery.attempts.at(-1)?.result;
    return [
      nameOne(delivery),
      `${isSuccess(delivery) ? '✅' : '❌'}&nbsp;${describeEnding(delivery)}`,
      result?.kind === 'response' ? String(result.status) : '–',
      escapeMarkdown(isSuccess(delivery) ? '' : (saidBy(delivery) ?? ''), 200),
    ];
  });
}

function containerTable(deliveries: readonly Delivery[]): string {
  const nameOne = namer(deliveries);
  const all = deliveries
    .flatMap((delivery) => (delivery.deployment?.containers ?? []).map((container) => ({ delivery, container })))
    .sort((a, b) => Number(a.container.isWell) - Number(b.container.isWell));
  if (all.length === 0) return '';
  const head = [...(deliveries.length > 1 ? ['Delivery'] : []), 'Container', 'State'];
  return cut(head, all, 'containers', ({ delivery, container: { name, state, isWell } }) => [
    ...(deliveries.length > 1 ? [nameOne(delivery)] : []),
    code(name, 100),
    `${isWell ? '✅' : '❌'}&nbsp;${escapeMarkdown(state, 100)}`,
  ]);
}

/** When each attempt was made and how it ended, for deliveries that took more than one. */
function attemptTable(deliveries: readonly Delivery[]): string {
  const nameOne = namer(deliveries);
  const all = deliveries
    .filter(({ attempts }) => attempts.length > 1)
    .flatMap((delivery) => delivery.attempts.map((attempt, index) => ({ delivery, attempt, index })));
  if (all.length === 0) return '';
  const head = [...(deliveries.length > 1 ? ['Delivery'] : []), 'Attempt', 'Began (UTC)', 'Took', 'Outcome'];
  return cut(head, all, 'attempts', ({ delivery, attempt, index }) => [
    ...(deliveries.length > 1 ? [nameOne(delivery)] : []),
    String(index + 1),
    ...attemptCells(attempt),
  ]);
}

function attemptCells({ startedMs, result }: Attempt): readonly string[] {
  const outcome = result.kind === 'response' ? String(result.status) : escapeMarkdown(result.message, 200);
  return [new Date(startedMs).toISOString().slice(11, 23), unbroken(formatDuration(result.durationMs)), outcome];
}

function cut<Item>(
  head: readonly string[],
  items: readonly Item[],
  what: keyof typeof SHARE,
  cellsOf: (item: Item) => readonly string[],
): string {
  return limitedTable(head, items, { bytes: SHARE[what], what, cellsOf });
}

function inCode(artifact: Artifact): string {
  return `\`${nameArtifact(artifact)}\``;
}

/** The requests as they would be sent. Secrets in them are masked. */
function dryRun(prepared: readonly Prepared[]): string {
  const all = eachMessage(prepared);
  const servers = prepared.flatMap(({ endpoint = [] }) => endpoint);
  const [first] = servers;
  const where =
    servers.length === 1 && first !== undefined
      ? ` for ${escapeMarkdown(nameServer({ endpoint: first }))}`
      : servers.length > 1
        ? ` for ${plural(servers.length, 'server')}`
        : '';
  const shown = all.slice(0, SHOWN_MESSAGES).map(({ endpoint, message }) => {
    const request = endpoint === undefined ? [] : [...describeRequest(message, endpoint), ''];
    return `\`\`\`http\n${[...request, prettyBody(message.body)].join('\n')}\n\`\`\``;
  });
  const more = all.length > shown.length ? [`and ${all.length - shown.length} more`] : [];
  return [`### 🧪 Dry run: ${plural(all.length, 'message')}${where}`, ...shown, ...more].join('\n\n');
}

/** Indented JSON. No line of it can close the fence around it. */
function prettyBody(body: string): string {
  const pretty = JSON.stringify(JSON.parse(body), undefined, 2);
  return pretty.length > LONGEST_BODY ? `${pretty.slice(0, LONGEST_BODY)}…` : pretty;
}
