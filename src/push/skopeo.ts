import { formatReference, isLoopback, type Reference } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { findTool, runTool, type ToolRun } from '../util/exec.ts';
import { oneLine } from '../util/text.ts';
import { formatDuration } from '../util/time.ts';

/** Everything we know of skopeo. It finds credentials where `docker login` and `skopeo login` leave them. */

type Copying = {
  readonly layout: string;
  /** Of the image in `layout`. */
  readonly name: string;
  readonly bytes: number;
  readonly destination: Reference;
  /** Accepts plain http and any certificate. For registries on this machine that is always so. */
  readonly insecure: boolean;
  readonly signal: AbortSignal;
  /** Gets what skopeo says meanwhile. */
  readonly onLine: (line: string) => void;
};

type Copied = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly message: string };

/** Copies an image to a registry, without any retry of its own. */
export type Copy = (copying: Copying) => Promise<Copied>;

/** Registries may take minutes to store a large layer, and lines may be slow. */
const TIMEOUT_MS = 300_000;
const SLOWEST_BYTES_PER_MS = 256;
/** skopeo ends itself in time, unless it waits for something else, such as a program that keeps its logins. */
const GRACE_MS = 15_000;

/** Undefined when skopeo is not installed. */
export function findSkopeo(): Copy | undefined {
  const tool = findTool('skopeo');
  return tool === undefined ? undefined : (copying) => copy(tool, copying);
}

async function copy(tool: string, { layout, name, bytes, destination, ...copying }: Copying): Promise<Copied> {
  const { insecure, signal, onLine } = copying;
  const timeoutMs = Math.round(TIMEOUT_MS + bytes / SLOWEST_BYTES_PER_MS);
  const options = {
    signal,
    timeoutMs: timeoutMs + GRACE_MS,
    onLine: (line: string) => isProgress(line) && onLine(line),
  };
  // Signature policies are about images of others. What is copied here is packed by us.
  const command = ['--insecure-policy', '--command-timeout', `${timeoutMs}ms`, 'copy', '--retry-times', '0'];
  const noTls = insecure || isLoopback(destination.host) ? ['--dest-tls-verify=false'] : [];
  const target = [...noTls, `oci:${layout}:${name}`, `docker://${formatReference(destination)}`];
  const run = await runTool(tool, [...command, '--preserve-digests', ...target], options);
  // skopeo before 1.6 does not know the option. The digest is compared afterwards in any case.
  const isOld = run.exitCode !== 0 && run.stderr.includes('unknown flag: --preserve-digests');
  return describe(isOld ? await runTool(tool, [...command, ...target], options) : run, timeoutMs);
}

/** That skopeo is not installed, and how to get it. */
export function missingSkopeo({ RUNNER_OS: runnerOs }: NodeJS.ProcessEnv): InputError {
  return new InputError(`skopeo is not installed on this runner. ${howToInstall(runnerOs)}`);
}

function howToInstall(runnerOs: string | undefined): string {
  if (runnerOs === 'Windows') return 'It does not exist for Windows: use runs-on: ubuntu-latest for this job';
  if (runnerOs === 'macOS') return 'Run this before: brew install skopeo';
  return "GitHub's Ubuntu runners have it; elsewhere install it in a step before: apt-get install skopeo (Debian, Ubuntu), dnf install skopeo (Fedora, RHEL) or apk add skopeo (Alpine)";
}

/** Errors come back as values, and the rest of what skopeo logs is about itself. */
function isProgress(line: string): boolean {
  return line.trim() !== '' && !/^time=|^Error:|^Usage:/.test(line);
}

function describe({ exitCode, stderr, exceeded }: ToolRun, timeoutMs: number): Copied {
  if (exitCode === 0) return { kind: 'done' };
  const said = errorIn(stderr);
  if (exceeded === 'output') return { kind: 'failed', message: 'skopeo printed more than 8 MiB and was ended' };
  if (exceeded === 'time' || /context deadline exceeded$/.test(said)) {
    return { kind: 'failed', message: `skopeo did not come to an end within ${formatDuration(timeoutMs)}` };
  }
  return { kind: 'failed', message: said || `skopeo ended with exit code ${exitCode} and no message` };
}

/**
 * The error that skopeo wrote to standard error, on one line: the message of the last log line if there are log lines,
 * without query strings, which may be signatures. Empty when there is none.
 */
function errorIn(stderr: string): string {
  const messages = [...stderr.matchAll(/^time=.*?\bmsg=("(?:[^"\\]|\\.)*")/gm)].map(([, text = '']) => unquoted(text));
  return oneLine((messages.at(-1) ?? stderr).replace(/\?[^\s"']+/g, ''), 1000);
}

/** Go's quoted text is nearly JSON. Where it is not, the quotes stay. */
function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}
