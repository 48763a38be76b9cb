import { sha256Digest } from '../oci/digest.ts';
import { formatReference, isLoopback } from '../oci/reference.ts';
import { describeTimeout, LOOK_UP_MS, parseToolError } from '../registry/tool-error.ts';
import { InputError } from '../util/errors.ts';
import { findTool, runTool, type ToolRun } from '../util/exec.ts';
import type { Destination } from './inputs.ts';
import { LAYOUT_NAME } from './pack/image.ts';

/** Everything we know of skopeo. It finds credentials where `docker login` and `skopeo login` leave them. */

export type Skopeo = {
  /** Copies the image in `layout` to `destination`, without any retry of its own. */
  readonly copy: (layout: string, destination: Destination) => Promise<{ readonly kind: 'copied' } | SkopeoFailure>;
  /** The digest that `destination` has in its registry, or why that is not known. */
  readonly digest: (destination: Destination) => Promise<Found | SkopeoFailure>;
};

export type Found = { readonly kind: 'found'; readonly digest: string };
export type SkopeoFailure = { readonly kind: 'failed'; readonly serverMessage: string };

export type SkopeoOptions = {
  /** Accepts plain http and any certificate. For registries on this machine that is always so. */
  readonly insecure: boolean;
  /** After how long without any progress an upload is given up. A registry may take minutes to store a large layer. */
  readonly stalledMs: number;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
};

/** @throws InputError that says how to get skopeo when it is not installed. */
export async function findSkopeo(
  environment: NodeJS.ProcessEnv,
  { insecure, stalledMs, signal, onLine }: SkopeoOptions,
): Promise<Skopeo> {
  const tool = await findTool(['skopeo']);
  if (tool === undefined)
    throw new InputError(`skopeo is not installed on this runner. ${howToInstall(environment.RUNNER_OS)}`);
  const isInsecure = ({ host }: Destination) => insecure || isLoopback(host);
  return {
    copy: async (layout, destination) => {
      // Signature policies are about images of others. This one was packed a moment ago.
      const args = ['--insecure-policy', 'copy', '--preserve-digests', '--retry-times', '0'];
      if (isInsecure(destination)) args.push('--dest-tls-verify=false');
      args.push(`oci:${layout}:${LAYOUT_NAME}`, `docker://${formatReference(destination)}`);
      const show = (line: string) => isProgress(line) && onLine(line);
      const run = await runTool(tool, args, { signal, stalledMs, onLine: show });
      return run.exitCode === 0 ? { kind: 'copied' } : describeFailure(run);
    },
    digest: async (destination) => {
      const args = ['inspect', '--raw', ...(isInsecure(destination) ? ['--tls-verify=false'] : [])];
      const run = await runTool(tool, [...args, `docker://${formatReference(destination)}`], {
        signal,
        timeoutMs: LOOK_UP_MS,
      });
      return run.exitCode === 0 ? { kind: 'found', digest: sha256Digest(run.stdout) } : describeFailure(run);
    },
  };
}

function howToInstall(runnerOs: string | undefined): string {
  if (runnerOs === 'Windows') return 'It does not exist for Windows: use runs-on: ubuntu-latest for this job';
  if (runnerOs === 'macOS') return 'Run this before: brew install skopeo';
  return "GitHub's Ubuntu runners have it; elsewhere install it in a step before: apt-get install skopeo (Debian, Ubuntu), dnf install skopeo (Fedora, RHEL) or apk add skopeo (Alpine)";
}

/** Errors come back as values, and the rest of what skopeo logs is about itself. */
function isProgress(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('time=');
}

function describeFailure({ exitCode, stderr, exceeded }: ToolRun): SkopeoFailure {
  if (exceeded === 'timeoutMs') return { kind: 'failed', serverMessage: describeTimeout('skopeo') };
  if (exceeded === 'stalledMs')
    return { kind: 'failed', serverMessage: 'skopeo stopped making progress and was ended' };
  const serverMessage = parseToolError(stderr) || `skopeo ended with exit code ${exitCode} and no message`;
  return { kind: 'failed', serverMessage };
}
