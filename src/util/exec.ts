import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { exec } from '@actions/exec';
import { messageOf } from './errors.ts';

/**
 * Runs tools, with @actions/exec. Their output is not logged: callers decide what is worth a line. A bundle of its own,
 * so that the others start without it.
 */

type ToolOptions = {
  /** Variables added to the environment; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly input?: string | undefined;
  /** Called with every complete line of standard output and standard error, as soon as it is there. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Aborting ends the run at once. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the run when it takes longer. */
  readonly timeoutMs?: number | undefined;
};

export type ToolRun = {
  /** Never 0 but for success: 127 when the tool could not be started, 128 when it did not end by itself. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The limit that ended it: its time, or what it may print. */
  readonly exceeded?: 'time' | 'output' | undefined;
};

/** Of both streams together: more than any tool here has to say. */
const MOST_BYTES = 8 * 1024 * 1024;
/** How long a stream may outlive its process (what it started may hold it) before we stop listening. */
const STREAM_GRACE_MS = 2_000;

/** @actions/exec shows nobody the process that it starts; Node does. */
const starting = new AsyncLocalStorage<(child: ChildProcess) => void>();
subscribe('child_process', (message) => starting.getStore()?.((message as { process: ChildProcess }).process));

/**
 * Runs the tool at the absolute path `tool` and returns how it ended. A failure of any kind is a value, not an
 * exception, and no tool is waited for longer than its time: it is killed, and whatever it has started ends with the
 * job. Arguments are visible to every process of the machine: secrets go through `env` or `input`.
 */
export async function runTool(tool: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolRun> {
  const { env, input = '', onLine, signal, timeoutMs } = options;
  const [stdout, stderr] = [collect(onLine), collect(onLine)];
  const gaveUp = Promise.withResolvers<'time' | 'output' | 'aborted'>();
  let child: ChildProcess | undefined;
  let isOver = false;
  let bytes = 0;
  const take = (stream: ReturnType<typeof collect>) => (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) gaveUp.resolve('output');
    else stream.add(chunk);
  };
  const started = (process: ChildProcess) => {
    process.once('spawn', () => {
      process.stdin?.on('error', () => {}); // A tool need not read its input.
      if (isOver) process.kill('SIGKILL');
      child = process;
    });
  };
  const abort = () => gaveUp.resolve('aborted');
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => gaveUp.resolve('time'), timeoutMs);
  const run = starting.run(started, () =>
    exec(quoted(tool), [...args], {
      env: environment(env),
      silent: true,
      ignoreReturnCode: true,
      input: Buffer.from(input), // Also when it is empty: a tool that reads it must come to its end.
      delay: STREAM_GRACE_MS,
      listeners: { stdout: take(stdout), stderr: take(stderr) },
    }),
  );
  const exited = run.catch((error) => {
    stderr.add(Buffer.from(messageOf(error)));
    return 127;
  });
  const result = await Promise.race([gaveUp.promise, exited]);
  isOver = true;
  clearTimeout(timer);
  signal?.removeEventListener('abort', abort);
  child?.kill('SIGKILL');
  const printed = { stdout: stdout.end(), stderr: stderr.end() };
  if (result === 'time' || result === 'output') return { exitCode: 128, ...printed, exceeded: result };
  // A tool that a signal ended has no exit code: then `result` is null, whatever its type says.
  return { exitCode: typeof result === 'number' ? result : 128, ...printed };
}

/** The path of the program `name` in PATH, or undefined when it is not installed. */
export function findTool(name: string): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  // A relative entry would be looked for in a directory that anybody may have written.
  const directories = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return directories.map((directory) => join(directory, file)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @actions/exec splits what it is given at blanks, as a shell would. */
function quoted(tool: string): string {
  return `"${tool.replaceAll('"', '\\"')}"`;
}

/** Makes text of a stream, and calls `onLine` with its lines as they come. */
function collect(onLine: ToolOptions['onLine']) {
  const decoder = new TextDecoder();
  let text = '';
  let line = '';
  const add = (added: string) => {
    text += added;
    if (onLine === undefined) return;
    const lines = `${line}${added}`.split(/\r?\n/);
    line = lines.pop() ?? '';
    lines.forEach(onLine);
  };
  return {
    add: (chunk: Buffer) => add(decoder.decode(chunk, { stream: true })),
    end: () => {
      add(decoder.decode());
      if (line !== '') onLine?.(line);
      line = '';
      return text;
    },
  };
}

/** The environment of tools: without our inputs, which hold secrets. */
function environment(added: ToolOptions['env']): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...added })) {
    if (value !== undefined && !name.startsWith('INPUT_')) kept[name] = value;
  }
  return kept;
}
