import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A process that is measured whole: from spawn to exit. */
export type Program = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
};

type Run = { readonly wallMs: number; readonly exitCode: number | null; readonly output: string };

/** Runs the program once. One that takes longer than ten minutes is killed and has no exit code. */
export function run({ command, args, env, cwd }: Program): Promise<Run> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 });
    let wallMs = 0;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('exit', () => {
      wallMs = performance.now() - startedMs;
    });
    child.on('close', (exitCode) => resolve({ wallMs, exitCode, output }));
  });
}

/** Runs the program once, which must succeed. */
export async function mustRun(program: Program): Promise<Run> {
  const done = await run(program);
  if (done.exitCode === 0) return done;
  const command = [program.command, ...program.args].join(' ').slice(0, 200);
  throw new Error(`${command} ended with exit code ${done.exitCode}:\n${done.output.slice(-2_000)}`);
}

export const GNU_TIME = '/usr/bin/time';

/**
 * Peak memory of the largest process in MiB, and CPU time of all of them in ms (in steps of 10). GNU time measures both,
 * because the child of a large process such as Node begins with its parent's peak. Its wall time means nothing.
 */
export async function usageOf(program: Program): Promise<{ readonly peakMiB: number; readonly cpuMs: number }> {
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

/**
 * The median of the ratios of the wall times of `program` and `floor`, run in turn after one round that does not count: what a
 * busy machine does to one, it does to the other.
 */
export async function ratioOf(
  program: Program,
  floor: Program,
  rounds: number,
  prepare: (program: Program) => Program = (given) => given,
): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { wallMs: floorMs } = await mustRun(prepare(floor));
    const { wallMs } = await mustRun(prepare(program));
    if (round > 0) ratios.push(wallMs / floorMs);
  }
  return median(ratios);
}

/** The value in the middle, the lower one of two. NaN when there is none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN;
}
