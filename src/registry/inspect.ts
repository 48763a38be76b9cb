import { sha256Digest } from '../oci/digest.ts';
import { formatReference, isLoopback, type Reference } from '../oci/reference.ts';
import { findTool, runTool, type ToolRun } from '../util/exec.ts';
import { parseObject, textAt } from '../util/json.ts';
import { parseToolError } from './tool-error.ts';

/**
 * Asks registries, with the tools on the runner: they find the credentials that `docker login` left.
 * A bundle of its own, because it starts processes. All errors are values: `instanceof InputError` fails across bundles.
 */

/** The answer to a look-up of a reference. */
export type Inspected =
  /** `parts`: the digests of the manifests that an index lists. */
  | { readonly kind: 'found'; readonly digest: string; readonly parts: readonly string[] }
  /** The registry answers but has no such tag; or it cannot be reached, which may be transient; or anything else. */
  | { readonly kind: 'absent' | 'unreachable' | 'failed'; readonly serverMessage: string }
  | { readonly kind: 'no-tool' };

/** Asks once for the digest of the manifest or index that a reference names in its registry now. Never throws. */
export type Inspect = (reference: Reference, signal: AbortSignal) => Promise<Inspected>;

type Tool = {
  readonly name: string;
  /** Arguments that succeed if the tool supports this. */
  readonly probe?: readonly string[];
  /** Arguments that print the manifest or index byte for byte, whatever the platform. */
  readonly print: readonly string[];
  /** Allows plain http. Docker allows it for this machine by default. */
  readonly insecure: readonly string[];
  /** What comes before a reference. */
  readonly scheme: string;
};

type InstalledTool = Tool & { readonly path: string };

/** In the order in which they are tried. */
const TOOLS: readonly Tool[] = [
  { name: 'skopeo', print: ['inspect', '--raw'], insecure: ['--tls-verify=false'], scheme: 'docker://' },
  {
    name: 'docker',
    probe: ['buildx', 'version'],
    print: ['buildx', 'imagetools', 'inspect', '--raw'],
    insecure: [],
    scheme: '',
  },
  { name: 'crane', print: ['manifest'], insecure: ['--insecure'], scheme: '' },
  { name: 'oras', print: ['manifest', 'fetch'], insecure: ['--plain-http'], scheme: '' },
];

const TIMEOUT_MS = 30_000;

/** An inspector, which looks for an installed tool once. */
export function createInspector(): Inspect {
  let tool: Promise<InstalledTool | undefined> | undefined;
  return async (reference, signal) => {
    tool ??= findInstalled(signal);
    const installed = await tool;
    return installed === undefined ? { kind: 'no-tool' } : inspectWith(installed, reference, signal);
  };
}

async function findInstalled(signal: AbortSignal): Promise<InstalledTool | undefined> {
  for (const tool of TOOLS) {
    const path = await findTool([tool.name]);
    if (path === undefined) continue;
    if (tool.probe && (await runTool(path, tool.probe, { signal })).exitCode !== 0) continue;
    return { ...tool, path };
  }
  return undefined;
}

async function inspectWith(tool: InstalledTool, reference: Reference, signal: AbortSignal): Promise<Inspected> {
  const args = [...tool.print, ...(isLoopback(reference.host) ? tool.insecure : [])];
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const run = await runTool(tool.path, [...args, `${tool.scheme}${formatReference(reference)}`], {
    signal: AbortSignal.any([signal, timeout]),
  });
  if (run.exitCode === 0) return readManifest(run.stdout, tool.name);
  return timeout.aborted
    ? { kind: 'unreachable', serverMessage: `${tool.name} had no answer within ${TIMEOUT_MS / 1000} s` }
    : describeFailure(run, tool.name);
}

/** Registries name content by the SHA-256 of its bytes, so the hash of the output is the digest of any kind of manifest. */
function readManifest(printed: string, tool: string): Inspected {
  const manifest = parseObject(printed);
  if (manifest?.schemaVersion === undefined) {
    return { kind: 'failed', serverMessage: `${tool} printed something that is not a manifest` };
  }
  const listed = Array.isArray(manifest.manifests) ? manifest.manifests : [];
  const parts = listed.map((entry) => textAt(entry, 'digest')).filter((digest) => digest !== undefined);
  return { kind: 'found', digest: sha256Digest(printed), parts };
}

/** oras and buildx end with the reference and "not found". "credential not found" is something else. */
const ABSENT = /\b(?:manifest|name)[ _]unknown\b|\bstatus(?: ?code)?:? 404\b|:[\w.-]+: not found$/i;
const TRANSIENT =
  /timeout|timed out|reset by peer|connection refused|\bEOF\b|no such host|temporar|unreachable|\bstatus(?: ?code)?:? (?:429|5\d\d)\b|too ?many ?requests/i;

function describeFailure({ exitCode, stderr }: ToolRun, tool: string): Inspected {
  const serverMessage = `${tool}: ${parseToolError(stderr) || `exit code ${exitCode} and no message`}`;
  const kind = ABSENT.test(serverMessage) ? 'absent' : TRANSIENT.test(serverMessage) ? 'unreachable' : 'failed';
  return { kind, serverMessage };
}
