import { formatReference, isLoopback, type Reference } from '../oci/reference.ts';
import { describeTimeout, LOOK_UP_MS, parseToolError } from '../registry/tool-error.ts';
import { InputError } from '../util/errors.ts';
import { findTool, runTool, type ToolRun } from '../util/exec.ts';
import { monotonicMs } from '../util/time.ts';
import type { PushInputs } from './inputs.ts';

/** Everything we know of skopeo. It finds credentials where `docker login` and `skopeo login` leave them. */

export type Skopeo = {
  /** Copies the image `name` of `layout` to `destination`, without any retry of its own. `onLine` gets what it says meanwhile. */
  readonly copy: (copying: Copying) => Promise<{ readonly kind: 'done' } | SkopeoFailure>;
  /** The manifest that `reference` names in its registry, or why that is not known. */
  readonly manifest: (reference: Reference) => Promise<Found | SkopeoFailure>;
};

type Copying = {
  readonly layout: string;
  readonly name: string;
  readonly destination: Reference;
  readonly onLine: (line: string) => void;
};
/** `manifest` is the text whose digest the registry gives it. */
export type Found = { readonly kind: 'found'; readonly manifest: string };
export type SkopeoFailure = { readonly kind: 'failed'; readonly serverMessage: string };

/** Registries may take minutes to store a large layer, and say nothing meanwhile. */
const STALLED_MS = 300_000;

/** A registry that was asked, but has perhaps not answered yet. */
export type Asked = {
  readonly skopeo: Skopeo;
  readonly askedMs: number;
  /** What it has under each destination now. Never rejects. */
  readonly before: Promise<readonly (Found | SkopeoFailure)[]>;
};

/** Asks what the registry has under each destination. Undefined when skopeo is not installed. */
export function askRegistry(
  { destinations, insecureRegistry }: Pick<PushInputs, 'destinations' | 'insecureRegistry'>,
  signal: AbortSignal,
): Asked | undefined {
  const skopeo = findSkopeo(insecureRegistry, signal);
  return skopeo && { skopeo, askedMs: monotonicMs(), before: Promise.all(destinations.map(skopeo.manifest)) };
}

/** `insecure` accepts plain http and any certificate. For registries on this machine that is always so. */
function findSkopeo(insecure: boolean, signal: AbortSignal): Skopeo | undefined {
  const tool = findTool('skopeo');
  if (tool === undefined) return undefined;
  const noTls = ({ host }: Reference, option: string) => (insecure || isLoopback(host) ? [option] : []);
  // Signature policies are about images of others. What is copied here is packed by us.
  const copy = ['--insecure-policy', 'copy', '--preserve-digests', '--retry-times', '0'];
  return {
    copy: async ({ layout, name, destination, onLine }) => {
      const target = [...noTls(destination, '--dest-tls-verify=false'), `oci:${layout}:${name}`, url(destination)];
      const show = (line: string) => isProgress(line) && onLine(line);
      return doneOrFailed(await runTool(tool, [...copy, ...target], { signal, stalledMs: STALLED_MS, onLine: show }));
    },
    manifest: async (reference) => {
      const args = ['inspect', '--raw', ...noTls(reference, '--tls-verify=false'), url(reference)];
      const run = await runTool(tool, args, { signal, timeoutMs: LOOK_UP_MS });
      return run.exitCode === 0 ? { kind: 'found', manifest: run.stdout } : describeFailure(run);
    },
  };
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

function url(reference: Reference): string {
  return `docker://${formatReference(reference)}`;
}

/** Errors come back as values, and the rest of what skopeo logs is about itself. */
function isProgress(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('time=');
}

function doneOrFailed(run: ToolRun): { readonly kind: 'done' } | SkopeoFailure {
  return run.exitCode === 0 ? { kind: 'done' } : describeFailure(run);
}

function describeFailure({ exitCode, stderr, exceeded }: ToolRun): SkopeoFailure {
  if (exceeded === 'timeoutMs') return { kind: 'failed', serverMessage: describeTimeout('skopeo') };
  if (exceeded === 'stalledMs')
    return { kind: 'failed', serverMessage: 'skopeo made no progress for 5 min and was ended' };
  const serverMessage = parseToolError(stderr) || `skopeo ended with exit code ${exitCode} and no message`;
  return { kind: 'failed', serverMessage };
}
