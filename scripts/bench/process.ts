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
  throw new Error(`${program.args.join(' ')} ended with exit code ${done.exitCode}:\n${done.output}`);
}

const GNU_TIME = '/usr/bin/time';

/**
 * Median peak memory of the program's largest process in MiB, or undefined where GNU time is not installed. In runs of their
 * own: GNU time forks from a small process, while the child of a Node process begins with its parent's peak.
 */
export async function peakMemory(program: Program, runs: number): Promise<number | undefined> {
  if (!existsSync(GNU_TIME)) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-bench-memory-'));
  const file = join(directory, 'peak');
  const { command, args } = program;
  const timed = { ...program, command: GNU_TIME, args: ['-f', '%M', '-o', file, command, ...args] };
  const peaks: number[] = [];
  for (let index = 0; index < runs; index++) {
    await mustRun(timed);
    peaks.push(Number(readFileSync(file, 'utf8').trim().split('\n').at(-1)) / 1024);
  }
  rmSync(directory, { recursive: true });
  return median(peaks);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Runs all programs in turn, A B A B, after one round that does not count, and returns each one's values in milliseconds
 * in the order of the rounds. `value` is the wall time unless told.
 */
export async function inTurn(
  programs: readonly Program[],
  rounds: number,
  value: (run: Run) => number = ({ wallMs }) => wallMs,
): Promise<readonly (readonly number[])[]> {
  const values: number[][] = programs.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, program] of programs.entries()) {
      const found = value(await mustRun(program));
      if (round >= 0) values[index]?.push(found);
    }
  }
  return values;
}

/** The median of the ratios of values taken in one round: what a busy machine does to one, it does to the other. */
export function ratio(values: readonly number[], floor: readonly number[]): number {
  return median(values.map((value, index) => value / (floor[index] ?? Number.NaN)));
}
