import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Readable } from 'node:stream';
import { messageOf } from './errors.ts';

/**
 * The only file of src that starts processes. Their output is not logged: callers decide what is worth a line.
 * (@actions/exec has no process groups, so it cannot end what a tool has started.)
 */

type ToolOptions = {
  /** Variables added to the environment; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly input?: string | Uint8Array | undefined;
  /** Called with every complete line of standard output and standard error, as soon as it is there. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Aborting ends the tool and all that it has started: SIGTERM, then SIGKILL. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the tool likewise when it takes longer. */
  readonly timeoutMs?: number | undefined;
  /** Ends the tool likewise when it prints and reads nothing for this long, at most twice this long. */
  readonly stalledMs?: number | undefined;
};

export type ToolRun = {
  /** 127 when the tool could not be started, 128 + n when signal n ended it: never 0 but for success. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Which of the limits ended it. */
  readonly exceeded?: 'timeoutMs' | 'stalledMs' | undefined;
};

/** Characters kept of each stream: more than any manifest has. */
const KEPT = 8 * 1024 * 1024;
/** Characters of a line that never ends. */
const LONGEST_LINE = 64 * 1024;
const KILL_AFTER_MS = 3000;
/** How long a stream may outlive its process (a grandchild may hold it) before we stop listening. */
const STREAM_GRACE_MS = 2000;
/** A Go program that waits reads a byte a second from itself. */
const PROGRESS_BYTES = 4096;
const IS_WINDOWS = process.platform === 'win32';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) killTree(child, 'SIGKILL');
});

/**
 * Runs `tool` and returns how it ended; a failure of any kind is a value, not an exception.
 * Arguments are visible to every process of the machine: secrets go through `env` or `input`.
 */
export async function runTool(tool: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolRun> {
  let child: ChildProcess;
  try {
    child = spawn(tool, args, {
      env: environment(options.env),
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      // A process group of its own, which on Windows would be a window of its own.
      detached: !IS_WINDOWS,
      windowsHide: true,
    } satisfies SpawnOptions);
  } catch (error) {
    return { exitCode: 127, stdout: '', stderr: messageOf(error) };
  }
  running.add(child);
  child.stdin?.on('error', () => {}); // A tool need not read its input to the end.
  child.stdin?.end(options.input);
  const streams = [child.stdout, child.stderr].map((stream) => collect(stream as Readable, options.onLine));
  const end = endInTime(child, options, () => streams.reduce((sum, { characters }) => sum + characters, 0));
  const failure = await exitOf(child);
  const exceeded = end.release();
  running.delete(child);
  const [stdout = '', stderr = ''] = streams.map(({ text }) => text);
  if (failure !== undefined) return { exitCode: 127, stdout, stderr: `${stderr}${failure}` };
  const signal = child.signalCode ?? undefined;
  if (signal === undefined) return { exitCode: child.exitCode ?? 128, stdout, stderr, exceeded };
  const exitCode = 128 + system.signals[signal];
  return { exitCode, stdout, stderr: `${stderr}\n${tool} was ended by ${signal}`, exceeded };
}

/** The path of the program `name` in PATH, or undefined when it is not installed. */
export function findTool(name: string): string | undefined {
  const file = IS_WINDOWS ? `${name}.exe` : name;
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

/** Waits until the process is over and its streams are read. Returns why it could not be started, if so. */
function exitOf(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(undefined));
    child.once('exit', () => {
      setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, STREAM_GRACE_MS).unref();
    });
  });
}

/** Ends the tool when `signal` is aborted, or when it exceeds a limit. */
function endInTime(
  child: ChildProcess,
  { signal, timeoutMs, stalledMs }: ToolOptions,
  printed: () => number,
): { readonly release: () => ToolRun['exceeded'] } {
  let exceeded: ToolRun['exceeded'];
  let isEnded = false;
  const timers: NodeJS.Timeout[] = [];
  const end = () => {
    if (isEnded) return;
    isEnded = true;
    killTree(child, 'SIGTERM');
    timers.push(setTimeout(() => killTree(child, 'SIGKILL'), KILL_AFTER_MS));
  };
  const exceed = (limit: ToolRun['exceeded']) => {
    exceeded ??= limit;
    end();
  };
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  if (timeoutMs !== undefined) timers.push(setTimeout(() => exceed('timeoutMs'), timeoutMs));
  if (stalledMs !== undefined) {
    let last = 0;
    const look = () => {
      const done = printed() + bytesRead(child.pid);
      if (done < last + PROGRESS_BYTES) exceed('stalledMs');
      last = done;
    };
    // Only Linux tells what a process reads. Elsewhere there is an end too, but a late one.
    timers.push(bytesRead(child.pid) > 0 ? setInterval(look, stalledMs) : setTimeout(look, 12 * stalledMs));
  }
  return {
    release: () => {
      signal?.removeEventListener('abort', end);
      for (const timer of timers) clearTimeout(timer);
      if (isEnded) killTree(child, 'SIGKILL'); // What it has started may have survived it.
      return exceeded;
    },
  };
}

/** Sends `signal` to the process and to all that it has started. Nothing happens when they are gone. */
function killTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (IS_WINDOWS)
      spawn(
        join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe'),
        ['/pid', String(child.pid), '/t', '/f'],
        { stdio: 'ignore' },
      ).on('error', () => {});
    else process.kill(-child.pid, signal);
  } catch {
    // It ended just now.
  }
}

/** Bytes that the process has read from files and connections so far (proc(5), rchar). 0 where nobody tells. */
function bytesRead(pid: number | undefined): number {
  try {
    return Number(/^rchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Reads `stream` as text: what is kept of it, how much came, and its lines as they come. */
function collect(
  stream: Readable,
  onLine: ToolOptions['onLine'],
): { readonly text: string; readonly characters: number } {
  const collected = { text: '', characters: 0 };
  let line = '';
  stream.setEncoding('utf8').on('data', (added: string) => {
    collected.characters += added.length;
    if (collected.text.length < KEPT) collected.text += added.slice(0, KEPT - collected.text.length);
    if (onLine === undefined) return;
    const lines = `${line}${added}`.split(/\r?\n/);
    line = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    lines.forEach(onLine);
  });
  stream.on('end', () => line !== '' && onLine?.(line));
  return collected;
}

/** The environment of tools: without our inputs, which hold secrets. */
function environment(added: ToolOptions['env']): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...added })) {
    if (value !== undefined && !name.startsWith('INPUT_')) kept[name] = value;
  }
  return kept;
}
