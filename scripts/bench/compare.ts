import { accepted, type Receiver, type Respond } from '../../__tests__/support/receiver.ts';
import {
  cpuTime,
  inTurn,
  type Measure,
  median,
  mustRun,
  type Program,
  peakMemory,
  ratio,
  wallTime,
} from './measure.ts';
import type { Setting } from './setting.ts';

/** What one bench found: a paragraph and a table, the same in the terminal and in docs/benchmarks.md. */
export type Section = {
  readonly title: string;
  /** What was compared with what, in a few sentences. */
  readonly text: string;
  readonly head: readonly string[];
  /** A column that has a value in no row is left out. */
  readonly rows: readonly (readonly string[])[];
};

export const times = (value: number) => `${value.toFixed(2)} ×`;
export const atMost = (limit: number) => `≤ ${times(limit)}`;
export const mebibytes = (value: number) => `${Math.round(value)} MiB`;
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** A line for whoever waits; not part of the result. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Makes a program of the URLs of the receivers. */
export type Side = (setting: Setting, urls: readonly string[]) => Program;

/** The action, or what somebody would use instead of it, and the floor it is compared with. */
export type Pair = { readonly floor: Side; readonly action: Side };

/** One row of a table. */
type Scenario = Pair & {
  readonly name: string;
  readonly scheme?: 'http' | 'https';
  /** Receivers, 1 unless set. */
  readonly endpoints?: number;
  /** How long the receivers take to answer, 0 unless set. */
  readonly delayMs?: number;
  /** Targets as they are shown. */
  readonly target?: string;
  readonly cpuTarget?: string;
  readonly peakTarget?: string;
};

export type Comparison = {
  readonly title: string;
  readonly text: string;
  /** Heads of the first two columns. */
  readonly head: readonly [string, string];
  /** Wall time of the whole process, the time until the receiver has the request, or CPU time. */
  readonly measured: 'wall' | 'arrival' | 'cpu';
  readonly scenarios: readonly Scenario[];
};

/** Runs the scenarios of a comparison and puts what was found beside the targets. */
export async function compare(comparison: Comparison, setting: Setting): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const scenario of comparison.scenarios) rows.push(await measureScenario(scenario, comparison.measured, setting));
  const { title, text, head } = comparison;
  return { title, text, head: [...head, 'Target', 'CPU', 'Target', 'Peak memory', 'Target', "Floor's peak"], rows };
}

async function measureScenario(
  scenario: Scenario,
  measured: Comparison['measured'],
  setting: Setting,
): Promise<readonly string[]> {
  const { name, scheme = 'http', endpoints = 1, delayMs = 0, target = '', cpuTarget = '', peakTarget = '' } = scenario;
  const receivers: Receiver[] = [];
  while (receivers.length < endpoints) receivers.push(await setting.receiver(scheme, acceptAfter(delayMs)));
  const urls = receivers.map(({ origin }) => `${origin}/v1/webhook`);
  const arrival: Measure = async (program) => {
    const { spawnedMs } = await mustRun(program);
    return (receivers[0]?.requests.at(-1)?.atMs ?? Number.NaN) - spawnedMs;
  };
  const measure = { wall: wallTime, arrival, cpu: cpuTime }[measured];
  const programs = [scenario.floor(setting, urls), scenario.action(setting, urls)];
  // CPU time and memory hardly vary, and what is measured by its CPU time takes long.
  const few = Math.min(setting.rounds, 5);
  const [rounds, memoryRuns] = measured === 'cpu' ? [few, 1] : [setting.rounds, few];
  const [floorMs = [], actionMs = []] = await inTurn(programs, rounds, measure);
  const peaks: string[] = [];
  if (measured !== 'arrival') {
    for (const program of programs) peaks.push(mebibytes(await peakMemory(program, memoryRuns)));
  }
  await Promise.all(receivers.map((receiver) => receiver.close()));
  progress(`${name}: floor ${median(floorMs).toFixed(1)} ms, action ${median(actionMs).toFixed(1)} ms`);
  const [floorPeak = '', peak = ''] = peaks;
  const cpu = measured === 'cpu' ? seconds(median(actionMs)) : '';
  return [name, times(ratio(actionMs, floorMs)), target, cpu, cpuTarget, peak, peakTarget, floorPeak];
}

/** Accepts, but answers only after this time; handshakes are not delayed. */
function acceptAfter(delayMs: number): Respond {
  if (delayMs === 0) return accepted;
  return (request, response) => void setTimeout(() => accepted(request, response), delayMs);
}
