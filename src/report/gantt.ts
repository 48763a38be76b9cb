import { unicodePattern } from '../util/text.ts';
import { formatDuration } from '../util/time.ts';

/**
 * A Mermaid Gantt chart, which GitHub draws in summaries. Time runs from zero: it reads the same in every time zone.
 */

/** One stretch of time, in milliseconds since the epoch. */
export type Phase = { readonly name: string; readonly fromMs: number; readonly toMs: number };

/** What happened to one thing. */
export type Lane = {
  /** Its name: an endpoint, an artifact, or both. */
  readonly names: readonly string[];
  /** In order. The label of the last one has the outcome. */
  readonly phases: readonly Phase[];
  readonly outcome: string;
  readonly isSuccess: boolean;
};

/** With more lanes, each gets one line instead of one for each phase. */
const SPACIOUS = 5;
/** Characters of a name beside the picture, of each of two names on one line, and the pixels that a character takes. */
const NAME_LIMIT = 40;
const PART_LIMIT = 30;
const CHARACTER_WIDTH = 6.5;

/** The chart of at least one lane as a fenced block of Markdown, about 300 characters for each. */
export function drawGantt(lanes: readonly Lane[]): string {
  const isSpacious = lanes.length <= SPACIOUS;
  const beganMs = Math.min(...lanes.flatMap(({ phases }) => phases.map(({ fromMs }) => fromMs)));
  const endedMs = Math.max(...lanes.flatMap(({ phases }) => phases.map(({ toMs }) => toMs)));
  const titles = lanes.map(({ names }) => titleOf(names, isSpacious));
  const longest = Math.max(...titles.flat().map(({ length }) => length));
  const gantt = {
    displayMode: isSpacious ? '' : 'compact',
    leftPadding: Math.round(30 + CHARACTER_WIDTH * longest),
  };
  const bars = ({ phases, outcome, isSuccess }: Lane) =>
    phases.map(({ name, fromMs, toMs }, index) => {
      const isLast = index === phases.length - 1;
      const label = `${name} ${formatDuration(toMs - fromMs)}`;
      // Short, because a bar is narrow on a phone.
      const ended = isSuccess && outcome === 'succeeded' ? '✓' : `→ ${outcome}`;
      const tag = isSuccess ? 'active' : 'crit';
      const [text, state] = isLast ? [`${label} ${ended}`, tag] : [isSpacious ? label : '·', 'done'];
      return `${text} :${state}, ${clock(fromMs - beganMs)}, ${clock(toMs - beganMs)}`;
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

/** The lines of a title. */
function titleOf(names: readonly string[], isSpacious: boolean): readonly string[] {
  const limit = isSpacious || names.length === 1 ? NAME_LIMIT : PART_LIMIT;
  const shown = names.map((name) => plain(name.replace(/^https?:\/\//, ''), limit));
  return isSpacious ? shown : [shown.join(' ')];
}

/** Text of others in a chart, where colons, semicolons and hashes have a meaning: what is not plain becomes a space. */
function plain(text: string, limit: number): string {
  const kept = text
    .replaceAll(':', '∶')
    .replace(unicodePattern(String.raw`[^\p{L}\p{N} ∶.,/@_()+-]+`, 'gu'), ' ')
    .trim();
  return kept.length > limit ? `…${kept.slice(-limit)}` : kept || '-';
}

/** Elapsed time as a time of some day: Mermaid reads and shows it without a time zone. */
function clock(elapsedMs: number): string {
  return new Date(Date.UTC(2001, 0, 1) + Math.round(elapsedMs)).toISOString().slice(0, 23).replace('T', ' ');
}

const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600];

/** About four marks, at round times: more of them touch on a phone. */
function axis(lengthMs: number): readonly string[] {
  const seconds = STEPS_S.find((step) => step * 4_000 >= lengthMs) ?? 3_600;
  const interval = seconds < 60 ? `${seconds}second` : seconds < 3_600 ? `${seconds / 60}minute` : '1hour';
  return [`axisFormat ${lengthMs < 3_600_000 ? '%M:%S' : '%H:%M'}`, `tickInterval ${interval}`];
}
