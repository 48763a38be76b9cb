import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A process that is measured whole: from spawn to exit. */
export type Program = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
};

export type Run = {
  /** By performance.now(), as all times of a bench. */
  readonly spawnedMs: number;
  readonly wallMs: number;
  readonly exitCode: number | null;
  readonly output: string;
};

/** Runs the program once. One that takes longer than `limitMs` is killed and has no exit code. */
export function run(program: Program, limitMs = 60_000): Promise<Run> {
  return new Promise((resolve, reject) => {
    const spawnedMs = performance.now();
    const { command, args, env, cwd } = program;
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    // The whole group: a shell's children would outlive it.
    const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), limitMs);
    let wallMs = 0;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('exit', () => {
      wallMs = performance.now() - spawnedMs;
    });
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ spawnedMs, wallMs, exitCode, output });
    });
  });
}

/** Runs the program once, which must succeed within ten minutes. */
export async function mustRun(program: Program): Promise<Run> {
  const done = await run(program, 600_000);
  if (done.exitCode === 0) return done;
  const command = [program.command, ...program.args].join(' ').slice(0, 200);
  throw new Error(`${command} ended with exit code ${done.exitCode}:\n${done.output.slice(-2_000)}`);
}

const GNU_TIME = '/usr/bin/time';

/** Why memory and CPU time cannot be measured on this machine; undefined when they can. */
export function whyNoUsage(): string | undefined {
  return existsSync(GNU_TIME)
    ? undefined
    : `GNU time is not installed as ${GNU_TIME} (Debian and Ubuntu: apt install time)`;
}

export type Usage = {
  /** Of the largest process. */
  readonly peakMiB: number;
  /** In user and system mode, of all processes together, in steps of 10 ms. */
  readonly cpuMs: number;
};

/**
 * Runs the program once under GNU time. Its wall time is not measured in the same run. The peak could not be had from Node:
 * the child of a large process begins with its parent's peak, and GNU time is a small one.
 */
async function measureUsage(program: Program): Promise<Usage> {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-bench-usage-'));
  try {
    const file = join(directory, 'usage');
    const { command, args } = program;
    await mustRun({ ...program, command: GNU_TIME, args: ['-f', '%M %U %S', '-o', file, command, ...args] });
    const [kib = '', user = '', system = ''] = readFileSync(file, 'utf8').trim().split(' ');
    return { peakMiB: Number(kib) / 1024, cpuMs: (Number(user) + Number(system)) * 1_000 };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Median peak memory in MiB, in runs that are not timed. */
export async function peakMemory(program: Program, runs: number): Promise<number> {
  const peaks: number[] = [];
  while (peaks.length < runs) peaks.push((await measureUsage(program)).peakMiB);
  return median(peaks);
}

/** What is measured of one run of a program, in milliseconds. */
export type Measure = (program: Program) => Promise<number>;

export const wallTime: Measure = async (program) => (await mustRun(program)).wallMs;
export const cpuTime: Measure = async (program) => (await measureUsage(program)).cpuMs;

/**
 * Runs all programs in turn, A B A B, after one round that does not count, and returns each one's values in the order of the
 * rounds.
 */
export async function inTurn(
  programs: readonly Program[],
  rounds: number,
  measure: Measure = wallTime,
): Promise<readonly (readonly number[])[]> {
  const values: number[][] = programs.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, program] of programs.entries()) {
      const value = await measure(program);
      if (round >= 0) values[index]?.push(value);
    }
  }
  return values;
}

/** The value in the middle. NaN when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median of the ratios of values taken in one round: what a busy machine does to one, it does to the other. */
export function ratio(values: readonly number[], floor: readonly number[]): number {
  return median(values.map((value, index) => value / (floor[index] ?? Number.NaN)));
}
