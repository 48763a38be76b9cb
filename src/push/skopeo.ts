import { InputError } from '../input-error.ts';
import type { Environment } from '../input-values.ts';
import { oneLine } from '../one-line.ts';
import { findTool, runTool, type ToolRun } from '../process.ts';
import { formatReference, isLoopback } from '../reference.ts';
import { digestOf, LAYOUT_NAME } from './image.ts';
import type { Destination } from './inputs.ts';

/** Everything we know of skopeo. It finds credentials where `docker login` and `skopeo login` leave them. */

export type Skopeo = {
  /** Copies the image in `layout` to `destination`, without any retry of its own. */
  readonly copy: (layout: string, destination: Destination) => Promise<Copied>;
  /** The digest that `destination` has in its registry, or why that is not known. */
  readonly digest: (destination: Destination) => Promise<Looked>;
};

export type Copied = { readonly kind: 'copied' } | Failure;
export type Looked = { readonly kind: 'found'; readonly digest: string } | Failure;
export type Failure = { readonly kind: 'failed'; readonly words: string };

export type SkopeoOptions = {
  /** Accepts plain http and any certificate; for registries on this machine that is always so. */
  readonly insecure: boolean;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
};

/** @throws InputError that says how to get skopeo when it is not installed. */
export async function findSkopeo(
  environment: Environment,
  { insecure, signal, onLine }: SkopeoOptions,
): Promise<Skopeo> {
  const tool = await findTool(['skopeo']);
  if (tool === undefined)
    throw new InputError(`skopeo is not installed on this runner. ${howToGet(environment.RUNNER_OS)}`);
  const isOpen = ({ host }: Destination) => insecure || isLoopback(host);
  return {
    copy: async (layout, destination) => {
      // Signature policies are about images of others; this one was packed a moment ago.
      const args = ['--insecure-policy', 'copy', '--preserve-digests', '--retry-times', '0'];
      if (isOpen(destination)) args.push('--dest-tls-verify=false');
      args.push(`oci:${layout}:${LAYOUT_NAME}`, `docker://${formatReference(destination)}`);
      const run = await runTool(tool, args, { signal, onLine: (line) => isNews(line) && onLine(line) });
      return run.exitCode === 0 ? { kind: 'copied' } : failure(run);
    },
    digest: async (destination) => {
      const args = ['inspect', '--raw', ...(isOpen(destination) ? ['--tls-verify=false'] : [])];
      const run = await runTool(tool, [...args, `docker://${formatReference(destination)}`], { signal });
      return run.exitCode === 0 ? { kind: 'found', digest: digestOf(run.stdout) } : failure(run);
    },
  };
}

function howToGet(runnerOs: string | undefined): string {
  if (runnerOs === 'Windows') return 'There is none for Windows: use runs-on: ubuntu-latest for this job';
  if (runnerOs === 'macOS') return 'Run this before: brew install skopeo';
  return "GitHub's Ubuntu runners have it; elsewhere install it in a step before: apt-get install skopeo (Debian, Ubuntu), dnf install skopeo (Fedora, RHEL) or apk add skopeo (Alpine)";
}

/** Errors come back as values, and the rest of what skopeo logs is about itself. */
function isNews(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('time=');
}

function failure({ exitCode, stderr }: ToolRun): Failure {
  return { kind: 'failed', words: wordsOf(stderr) || `skopeo ended with exit code ${exitCode} and no word` };
}

/** The last thing skopeo said: the message of its last log line, without the query strings in it, which may be signatures. */
export function wordsOf(stderr: string): string {
  const last = stderr.trim().split('\n').at(-1) ?? '';
  const message = /\bmsg=("(?:[^"\\]|\\.)*")/.exec(last)?.[1];
  return oneLine((message === undefined ? last : unquote(message)).replace(/\?[^\s"']+/g, ''), 1000);
}

/** Go's quoted text is nearly JSON; where it is not, the quotes stay. */
function unquote(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}
