import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What end-to-end tests run: the bundle, as users do; the source where OCI_WEBHOOK_UNDER_TEST=src says so. */
export const SIDE: 'src' | 'dist' = side();

function side() {
  const named = process.env.OCI_WEBHOOK_UNDER_TEST ?? 'dist';
  if (named === 'src' || named === 'dist') return named;
  throw new Error(`OCI_WEBHOOK_UNDER_TEST: ${named} is neither src nor dist`);
}

/** Options of Node that evaluate `script` before the entry. */
export function preload(script: string): readonly string[] {
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}

/** The command line that starts the notify action. */
export function entryOf(side: 'src' | 'dist' = SIDE): string {
  return join(ROOT, side === 'src' ? 'src/main.ts' : 'dist/index.js');
}

export type ActionRun = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output without the add-mask commands, which the runner never shows: no secret may be in it. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The texts of the annotations of each kind. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
  readonly durationMs: number;
};

export type ActionOptions = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Name and body of the triggering event; a string is written to the event file as it is. */
  readonly eventName?: string;
  readonly event?: unknown;
  /** Ends the run as soon as this is settled, as the runner does when a job is cancelled: SIGINT unless `cancelSignal` names another. */
  readonly cancelWhen?: Promise<unknown>;
  readonly cancelSignal?: NodeJS.Signals;
  /** Called with each piece of standard output. */
  readonly onOutput?: (text: string) => void;
  readonly nodeOptions?: readonly string[];
  /** File descriptors that the process may have. */
  readonly descriptors?: number;
  readonly entry?: string;
};

/** Runs the real entry in a process of its own as the runner would, with nothing else in its environment. */
export async function runAction(options: ActionOptions = {}): Promise<ActionRun> {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-test-'));
  const file = (name: string, content: string) => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  };
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: directory,
    RUNNER_TEMP: directory,
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    GITHUB_SERVER_URL: 'https://github.com',
    // Windows opens no socket without it.
    ...(process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot }),
  };
  if (options.eventName !== undefined) env.GITHUB_EVENT_NAME = options.eventName;
  if (options.event !== undefined) {
    env.GITHUB_EVENT_PATH = file(
      'event.json',
      typeof options.event === 'string' ? options.event : JSON.stringify(options.event),
    );
  }
  for (const [name, value] of Object.entries(options.inputs ?? {})) env[`INPUT_${name.toUpperCase()}`] = value;
  Object.assign(env, options.env);

  const startedMs = performance.now();
  const command = [process.execPath, ...(options.nodeOptions ?? []), options.entry ?? entryOf()];
  const { descriptors } = options;
  const limited =
    descriptors === undefined ? command : ['/bin/sh', '-c', `ulimit -n ${descriptors}; exec "$@"`, 'sh', ...command];
  const [program = '', ...args] = limited;
  const child = spawn(program, args, { cwd: directory, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    options.onOutput?.(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const kill = () => child.kill(options.cancelSignal ?? 'SIGINT');
  void options.cancelWhen?.then(kill);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return {
      exitCode,
      stdout,
      stderr,
      log: stdout.replace(/^::add-mask::.*\n/gm, '') + stderr,
      outputs: env.GITHUB_OUTPUT?.startsWith(directory) ? readOutputs(env.GITHUB_OUTPUT) : {},
      summary: env.GITHUB_STEP_SUMMARY?.startsWith(directory) ? readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8') : '',
      errors: annotations(stdout, 'error'),
      warnings: annotations(stdout, 'warning'),
      notices: annotations(stdout, 'notice'),
      durationMs: performance.now() - startedMs,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The outputs file as the runner reads it: `name<<delimiter`, the lines of the value, `delimiter`. */
function readOutputs(path: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = readFileSync(path, 'utf8').split('\n');
  for (let index = 0; index < lines.length; index++) {
    const [, name, delimiter] = /^([^=]+?)<<(.+)$/.exec(lines[index] ?? '') ?? [];
    if (name === undefined) continue;
    const end = lines.indexOf(delimiter ?? '', index + 1);
    outputs[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return outputs;
}

function annotations(stdout: string, kind: string): readonly string[] {
  const found = stdout.matchAll(new RegExp(`^::${kind}(?: [^:]*)?::(.*)$`, 'gm'));
  return [...found].map(([, text = '']) => text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%'));
}
