import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';
import { exec } from '@actions/exec';
import { which } from '@actions/io';

/** The only file of src that starts processes. Their output is not logged: callers decide what is worth a line. */

export type ToolOptions = {
  /** Variables added to the environment; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string | Uint8Array;
  /** Called with every complete line of standard output and standard error, as soon as it is there. */
  readonly onLine?: (line: string) => void;
  /** Aborting ends the tool: SIGTERM, then SIGKILL. */
  readonly signal?: AbortSignal;
};

export type ToolRun = {
  /** 127 when the tool could not be started, 128 + n when signal n ended it: never 0 but for success. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** Characters kept of each stream: more than any manifest has. */
const KEPT = 8 * 1024 * 1024;
const KILL_AFTER_MS = 3000;
/** How long a stream may outlive its process (a grandchild may hold it) before we stop listening. */
const STREAM_GRACE_MS = 2000;

/** @actions/exec hides the process it starts. Node announces each one on this channel, in the context of the call that made it. */
const started = new AsyncLocalStorage<(child: ChildProcess) => void>();
channel('child_process').subscribe((message) => {
  started.getStore()?.((message as { process: ChildProcess }).process);
});

/**
 * Runs `tool` and returns how it ended; a failure of any kind is a value, not an exception.
 * Arguments are visible to every process of the machine: secrets go through `env` or `input`.
 */
export async function runTool(tool: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolRun> {
  const stdout = new StringDecoder();
  const stderr = new StringDecoder();
  const run = { exitCode: 127, stdout: '', stderr: '' };
  let child: ChildProcess | undefined;
  let killTimer: NodeJS.Timeout | undefined;
  const end = () => {
    child?.kill('SIGTERM');
    killTimer ??= setTimeout(() => child?.kill('SIGKILL'), KILL_AFTER_MS);
  };
  const adopt = (newborn: ChildProcess) => {
    child = newborn;
    newborn.once('spawn', () => {
      newborn.stdin?.on('error', () => {}); // A tool need not read its input to the end.
      if (options.signal?.aborted) end();
    });
  };
  options.signal?.addEventListener('abort', end, { once: true });
  try {
    const code: number | null = await started.run(adopt, () =>
      exec(quoteTool(tool), [...args], {
        silent: true,
        ignoreReturnCode: true,
        delay: STREAM_GRACE_MS,
        env: environment(options.env),
        input: Buffer.from(options.input ?? ''),
        listeners: {
          stdout: (data) => (run.stdout = keep(run.stdout, stdout.write(data))),
          stderr: (data) => (run.stderr = keep(run.stderr, stderr.write(data))),
          ...(options.onLine && { stdline: options.onLine, errline: options.onLine }),
        },
      }),
    );
    const signal = child?.signalCode ?? undefined;
    run.exitCode = code ?? 128 + (signal === undefined ? 0 : constants.signals[signal]);
    if (signal !== undefined) run.stderr += `\n${tool} was ended by ${signal}`;
  } catch (error) {
    run.stderr += error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(killTimer);
    options.signal?.removeEventListener('abort', end);
    child?.stdout?.destroy();
    child?.stderr?.destroy();
  }
  return run;
}

/** The path of the first of `names` that is installed, or undefined when none is. */
export async function findTool(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const path = await which(name, false);
    if (path !== '') return path;
  }
  return undefined;
}

function keep(text: string, added: string): string {
  return text.length < KEPT ? text + added.slice(0, KEPT - text.length) : text;
}

/** The environment of tools: without our inputs, which hold secrets. */
function environment(added: ToolOptions['env']): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...added })) {
    if (value !== undefined && !name.startsWith('INPUT_')) kept[name] = value;
  }
  return kept;
}

/** @actions/exec takes a command line: a path with a blank must be quoted to stay one word. */
function quoteTool(tool: string): string {
  return `"${tool.replaceAll('"', '\\"')}"`;
}
