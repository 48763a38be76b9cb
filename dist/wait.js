import {
  sleep,
  monotonicMs,
  unicodePattern,
  nameArtifacts,
  InputError,
  say,
  deliver,
  redact,
  USER_AGENT,
} from './index.js';
import {
  parseRetryAfter,
  wordsOf,
  mayChange,
  usualHint,
  duration,
  isGood,
  fit,
  table,
  details,
  escapeMarkdown,
  code,
  unbroken,
  wantsClientCertificate,
  isPage,
} from './report.js';

function placeInTime(observed, reading) {
  const { acceptedMs } = observed;
  const place = (serverMs, latestMs) =>
    serverMs === undefined || reading?.createdMs === undefined
      ? undefined
      : Math.min(Math.max(acceptedMs, acceptedMs + serverMs - reading.createdMs), latestMs);
  const endedMs = place(reading?.finishedMs, observed.endedMs) ?? observed.endedMs;
  const startedMs = place(reading?.startedMs, Math.min(observed.startedMs ?? endedMs, endedMs)) ?? observed.startedMs;
  return { acceptedMs, endedMs, ...(startedMs === undefined ? {} : { startedMs: Math.min(startedMs, endedMs) }) };
}
function pollDelayMs(polls) {
  return Math.min(3_000, 500 * 1.5 ** polls);
}

async function follow(options) {
  const { awaiting, url, headers, leftMs, signal, format } = options;
  let seen = { state: 'accepted' };
  let trouble;
  let waitMs = pollDelayMs(0);
  for (let polls = 1; ; polls++) {
    await sleep(Math.min(waitMs, Math.max(leftMs(), 0)), signal);
    const timeoutMs = Math.max(Math.min(options.timeoutMs, leftMs()), 1_000);
    const exchange = await options.transport.send({ url, method: 'GET', headers, timeoutMs, keepAlive: true, signal });
    if (signal.aborted) return { ...seen, verdict: cancelled(seen.state) };
    waitMs = pollDelayMs(polls);
    const reading = exchange.kind === 'answer' ? awaiting.readRun(exchange) : undefined;
    if (reading === undefined) {
      const words = describe(exchange, format);
      if (!isPassing(exchange)) return { ...seen, verdict: unreadable(exchange, words) };
      if (trouble !== words) options.log(`its state cannot be had, asking again: ${words}`);
      trouble = words;
      waitMs = Math.max(waitMs, parseRetryAfter(exchange.retryAfter, Date.now()) ?? 0);
    } else {
      const { state } = reading;
      if (state.kind === 'unknown') return { ...seen, verdict: { words: describe(exchange, format), ...state } };
      if (state.kind !== 'accepted' && state.kind !== 'running') return { ...seen, reading, verdict: state };
      trouble = undefined;
      if (state.kind !== seen.state) options.onState(state.kind);
      const startedMs = seen.startedMs ?? (state.kind === 'running' ? Date.now() : undefined);
      seen = { state: state.kind, reading, ...(startedMs === undefined ? {} : { startedMs }) };
    }
    if (leftMs() <= 0) return { ...seen, verdict: timedOut(seen.state, trouble) };
  }
}
function isPassing(exchange) {
  if (mayChange(exchange)) return true;
  return exchange.kind === 'answer' && exchange.status === 200 && ['cut', 'stalled'].includes(exchange.bodyEnd);
}
function describe(exchange, format) {
  const words = wordsOf(exchange, format);
  if (exchange.kind === 'failure' || words.startsWith(`${exchange.status}`)) return words;
  return `${exchange.status} ${words}`.trim();
}
function unreadable(exchange, words) {
  const isOk = exchange.kind === 'answer' && exchange.status < 300;
  const hint = isOk
    ? 'what answers there is not the run API; let the proxy pass /v1/api to the receiver. The deployment goes on'
    : `${usualHint(exchange) ?? 'the state of the deployment cannot be asked for'}. The deployment goes on`;
  const error = exchange.kind === 'failure' ? exchange.code : isOk ? 'NOT_A_STATE' : `HTTP_${exchange.status}`;
  return { kind: 'unknown', error, words, hint };
}
function cancelled(state) {
  return {
    kind: 'cancelled',
    error: 'CANCELLED',
    words: `the deployment was ${state} when the job was cancelled`,
    hint: "the deployment goes on; see the server's log for how it ends",
  };
}
function timedOut(state, trouble) {
  const last = trouble === undefined ? '' : `, and then its state could not be had (${trouble})`;
  return {
    kind: 'timed-out',
    error: 'WAIT_TIMEOUT',
    words: `the deployment was still ${state}${last} when wait-timeout was over; how it ends is not known here`,
    hint: "the deployment goes on; see the server's log for how it ends, or raise wait-timeout",
  };
}

const NAMED = 5;
function startProgress(log, everyMs) {
  const beganMs = monotonicMs();
  const elapsedMs = () => monotonicMs() - beganMs;
  const awaited = new Map();
  const timer = setInterval(() => {
    if (awaited.size > 0) log(`still waiting after ${duration(elapsedMs())}: ${inWords([...awaited.values()])}`);
  }, everyMs);
  return {
    elapsedMs,
    enter: (id, name, state) => void awaited.set(id, { name, state }),
    leave: (id) => void awaited.delete(id),
    stop: () => clearInterval(timer),
  };
}
function inWords(awaited) {
  if (awaited.length <= NAMED) return awaited.map(({ name, state }) => `${name} ${state}`.trim()).join(', ');
  const counts = Map.groupBy(awaited, ({ state }) => state);
  return [...counts].map(([state, { length }]) => `${length} ${state}`).join(', ');
}

const SPACIOUS = 5;
const NAME_LIMIT = 40;
const PART_LIMIT = 30;
const CHARACTER_WIDTH = 6.5;
function drawGantt(lanes) {
  const isSpacious = lanes.length <= SPACIOUS;
  const beganMs = Math.min(...lanes.flatMap(({ phases }) => phases.map(({ fromMs }) => fromMs)));
  const endedMs = Math.max(...lanes.flatMap(({ phases }) => phases.map(({ toMs }) => toMs)));
  const titles = lanes.map(({ names }) => titleOf(names, isSpacious));
  const longest = Math.max(...titles.flat().map(({ length }) => length));
  const gantt = {
    displayMode: isSpacious ? '' : 'compact',
    leftPadding: Math.round(30 + CHARACTER_WIDTH * longest),
  };
  const bars = ({ phases, ending, isGood }) =>
    phases.map(({ name, fromMs, toMs }, index) => {
      const isLast = index === phases.length - 1;
      const words = `${name} ${duration(toMs - fromMs)}`;
      const text = isLast ? `${words} → ${ending}` : isSpacious ? words : '·';
      const tag = isLast ? (isGood ? 'active' : 'crit') : 'done';
      return `${text} :${tag}, ${clock(fromMs - beganMs)}, ${clock(toMs - beganMs)}`;
    });
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify({ gantt })}}%%`,
    'gantt',
    'title Time since the first request',
    'dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    ...axis(endedMs - beganMs),
    'todayMarker off',
    ...lanes.flatMap((lane, index) => [`section ${titles[index]?.join('<br>')}`, ...bars(lane)]),
    '```',
  ].join('\n');
}
function titleOf(names, isSpacious) {
  const limit = isSpacious || names.length === 1 ? NAME_LIMIT : PART_LIMIT;
  const shown = names.map((name) => plain(name.replace(/^https?:\/\//, ''), limit));
  return isSpacious ? shown : [shown.join(' ')];
}
function plain(text, limit) {
  const kept = text
    .replaceAll(':', '∶')
    .replace(unicodePattern(String.raw`[^\p{L}\p{N} ∶.,/@_()+-]+`, 'gu'), ' ')
    .trim();
  return kept.length > limit ? `…${kept.slice(-limit)}` : kept || '-';
}
function clock(elapsedMs) {
  return new Date(Date.UTC(2001, 0, 1) + Math.round(elapsedMs)).toISOString().slice(0, 23).replace('T', ' ');
}
const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600];
function axis(lengthMs) {
  const seconds = STEPS_S.find((step) => step * 8_000 >= lengthMs) ?? 3_600;
  const interval = seconds < 60 ? `${seconds}second` : seconds < 3_600 ? `${seconds / 60}minute` : '1hour';
  return [`axisFormat ${lengthMs < 3_600_000 ? '%M:%S' : '%H:%M'}`, `tickInterval ${interval}`];
}

const DRAWN = 20;
const OPEN = 10;
const TABLE_BYTES = 250_000;
function renderTimeline(deliveries) {
  if (!deliveries.some(({ deployment }) => deployment !== undefined)) return '';
  const severalEndpoints = new Set(deliveries.map(({ endpoint }) => endpoint)).size > 1;
  const severalMessages = new Set(deliveries.map(({ message }) => message)).size > 1;
  const rows = deliveries
    .filter(({ attempts }) => attempts.length > 0)
    .map((delivery) => ({
      delivery,
      names: [
        ...(severalEndpoints ? [delivery.endpoint.label] : []),
        ...(severalMessages || !severalEndpoints ? [nameArtifacts(delivery.message.artifacts)] : []),
      ],
      phases: phasesOf(delivery),
      ending: delivery.kind,
      isGood: isGood(delivery),
    }));
  return ['#### Deployments in time', picture(rows), phaseTable(rows)].join('\n\n');
}
function phasesOf({ attempts, deployment }) {
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sentMs = first.startedMs;
  const sending = `sending${attempts.length === 1 ? '' : ` (${attempts.length} attempts)`}`;
  const phase = (name, fromMs, toMs) => ({ name, fromMs, toMs: Math.max(fromMs, toMs) });
  if (deployment === undefined) return [phase(sending, sentMs, last.startedMs + last.exchange.durationMs)];
  const { acceptedMs, startedMs, endedMs } = deployment;
  if (acceptedMs === undefined) {
    const inside = phase('in the request', last.startedMs, endedMs);
    return attempts.length === 1 ? [inside] : [phase(sending, sentMs, last.startedMs), inside];
  }
  return [
    phase(sending, sentMs, acceptedMs),
    phase('accepted', acceptedMs, startedMs ?? endedMs),
    ...(startedMs === undefined ? [] : [phase('running', startedMs, endedMs)]),
  ];
}
function picture(rows) {
  if (rows.length <= DRAWN) return drawGantt(rows);
  const note = `Drawn are ${DRAWN} of ${rows.length}: what did not go well, then what took longest.`;
  return `${drawGantt([...rows].sort(byInterest).slice(0, DRAWN))}\n\n${note}`;
}
function byInterest(a, b) {
  return Number(a.isGood) - Number(b.isGood) || b.delivery.durationMs - a.delivery.durationMs;
}
function phaseTable(rows) {
  const head = ['Deployment', 'Ended', 'Sent&nbsp;(UTC)', 'Sending', 'Accepted', 'Running', 'Total'];
  const lines = fit(rows.map(cellsOf), TABLE_BYTES);
  const shown = table(head, lines);
  if (rows.length <= OPEN) return shown;
  const title = `${rows.length} deployments${lines.length < rows.length ? `, the first ${lines.length} shown` : ''}`;
  return details(title, shown);
}
function cellsOf({ names, delivery, phases, ending, isGood }) {
  const took = (wanted) => {
    const phase = phases.find(({ name }) => wanted.test(name));
    return phase === undefined ? '–' : unbroken(duration(phase.toMs - phase.fromMs));
  };
  const [fromMs, toMs] = [phases[0]?.fromMs ?? 0, phases.at(-1)?.toMs ?? 0];
  return [
    [...names.map((name) => escapeMarkdown(name)), ...(delivery.jobId ? [code(delivery.jobId)] : [])].join('<br>'),
    `${isGood ? '✅' : '❌'}&nbsp;${ending}`,
    new Date(fromMs).toISOString().slice(11, 19),
    took(/^sending/),
    took(/^accepted$/),
    took(/^(?:running|in the request)$/),
    unbroken(duration(toMs - fromMs)),
  ];
}

const LINE_EVERY_MS = 30_000;
async function prepareWait(format, endpoints, wait) {
  const awaiting = await format.awaiting?.();
  if (awaiting === undefined) throw new Error(`${format.title} cannot be awaited`);
  for (const { url, apiKey, headers } of endpoints) {
    if (apiKey === undefined) continue;
    awaiting.runUrl(url, 'id');
    if (awaiting.keyHeader in headers) {
      throw new InputError(`headers: ${awaiting.keyHeader} is set from the api-key input; remove it`);
    }
  }
  return () => {
    const progress = startProgress(say, wait.everyMs ?? LINE_EVERY_MS);
    const context = { awaiting, wait, progress };
    return {
      deliver(message, endpoint, options) {
        const deliverWith = endpoint.apiKey === undefined ? deliverInside : deliverAndAsk;
        return deliverWith(message, endpoint, { ...options, ...context });
      },
      timeline: renderTimeline,
      stop: progress.stop,
    };
  };
}
function untilClock(options) {
  const { limits, transport, wait, progress } = options;
  const endByMs = monotonicMs() + wait.timeoutMs - progress.elapsedMs();
  let leftMs = Number.POSITIVE_INFINITY;
  return {
    ...options,
    limits: {
      ...limits,
      get deadlineMs() {
        return Math.max(Math.min(leftMs, limits.deadlineMs), 0);
      },
      get deadlineInput() {
        return leftMs < limits.deadlineMs ? 'wait-timeout' : undefined;
      },
    },
    transport: {
      async send(request) {
        const isFirst = leftMs === Number.POSITIVE_INFINITY;
        const exchange = await transport.send({ ...request, ...(isFirst && { beginByMs: endByMs }), endByMs });
        if (isFirst) leftMs = endByMs - monotonicMs() + exchange.durationMs;
        return exchange;
      },
    },
  };
}
async function deliverAndAsk(message, endpoint, options) {
  const { awaiting, wait, progress, format, name } = options;
  const delivery = await deliver(message, endpoint, untilClock(options));
  if (delivery.kind !== 'accepted') return delivery;
  const acceptedMs = Date.now();
  const { jobId } = delivery;
  if (jobId === undefined) {
    const hint = brokeOff(delivery)
      ? "the answer broke off before the id of the deployment, which may go on; see the server's log for how it ends"
      : `${format.title} did not write this answer, it would hold the id of a deployment; check the path of the url`;
    const verdict = { kind: 'unknown', error: 'NO_JOB_ID', words: delivery.words ?? '', hint };
    return conclude(delivery, verdict, { acceptedMs, endedMs: acceptedMs });
  }
  options.log(`waiting for the deployment, at most ${duration(wait.timeoutMs)} (job ${jobId})`);
  progress.enter(delivery, name, 'accepted');
  const { verdict, reading, startedMs } = await follow({
    ...options,
    url: awaiting.runUrl(endpoint.url, jobId),
    headers: {
      accept: 'application/json',
      'user-agent': USER_AGENT,
      ...endpoint.headers,
      [awaiting.keyHeader]: endpoint.apiKey ?? '',
    },
    timeoutMs: options.limits.timeoutMs,
    leftMs: () => wait.timeoutMs - progress.elapsedMs(),
    onState(state) {
      progress.enter(delivery, name, state);
      options.log(`${state} after ${duration(progress.elapsedMs())}`);
    },
  });
  progress.leave(delivery);
  options.log(`${verdict.kind} after ${duration(progress.elapsedMs())}`);
  const observed = { acceptedMs, endedMs: Date.now(), ...(startedMs === undefined ? {} : { startedMs }) };
  return conclude(delivery, verdict, placeInTime(observed, reading));
}
function brokeOff({ attempts }) {
  const exchange = attempts.at(-1)?.exchange;
  if (exchange?.kind !== 'answer' || isPage(exchange.body)) return false;
  return exchange.bodyEnd === 'cut' || exchange.bodyEnd === 'stalled';
}
async function deliverInside(message, endpoint, options) {
  const { awaiting, wait, progress, format, name } = options;
  const { transport, ...clocked } = untilClock(options);
  options.log(`waiting for the deployment inside the request, at most ${duration(wait.timeoutMs)}`);
  const id = {};
  const delivery = await deliver(message, endpoint, {
    ...clocked,
    format: { ...format, mayRetry: (exchange, usual) => usual && exchange.kind === 'failure' && !exchange.written },
    transport: {
      send(request) {
        progress.enter(id, name, 'no answer yet');
        return transport.send({ ...request, url: awaiting.insideUrl(request.url), awaitsEnd: true });
      },
    },
  });
  progress.leave(id);
  const exchange = delivery.attempts.at(-1)?.exchange;
  if (exchange === undefined || (exchange.kind === 'failure' && !mayHaveArrived(exchange))) return delivery;
  const verdict = exchange.kind === 'answer' ? awaiting.readInside(exchange) : judgeFailure(exchange, wait);
  if (verdict === undefined) return delivery;
  options.log(`${verdict.kind} after ${duration(progress.elapsedMs())}`);
  return conclude(delivery, { words: wordsOf(exchange, format), ...verdict }, { endedMs: Date.now() });
}
function mayHaveArrived({ written, code }) {
  return written && !wantsClientCertificate(code);
}
function judgeFailure({ code }, { timeoutMs }) {
  const goesOn =
    "if it began, the deployment goes on; see the server's log for how it ends, or set api-key so that its state can be asked for";
  switch (code) {
    case 'CANCELLED':
      return {
        kind: 'cancelled',
        error: code,
        words: 'there was no answer yet when the job was cancelled',
        hint: goesOn,
      };
    case 'TIMEOUT':
      return {
        kind: 'timed-out',
        error: 'WAIT_TIMEOUT',
        words: `there was no answer yet when wait-timeout was over (${duration(timeoutMs)}); how the deployment ends is not known here`,
        hint: goesOn,
      };
    default:
      return { kind: 'unknown', error: code, hint: `the request was written and may have arrived; ${goesOn}` };
  }
}
function conclude(delivery, verdict, deployment) {
  const { words, hint, ...told } = delivery;
  const began = delivery.attempts[0]?.startedMs ?? deployment.endedMs;
  return {
    ...told,
    ...verdict,
    ...(verdict.words === undefined ? {} : { words: redact(verdict.words) }),
    durationMs: Math.max(deployment.endedMs - began, 0),
    deployment,
  };
}

export { prepareWait };
