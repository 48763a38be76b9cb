import { sha256Digest } from '../oci/digest.ts';
import { formatReference, isLoopback, type Reference } from '../oci/reference.ts';
import { findTool, runTool, type ToolRun } from '../util/exec.ts';
import { parseObject, textAt } from '../util/json.ts';
import { explainBrokenLogin, explainUnreadLogin, isLoginRefused } from './login.ts';
import { describeTimeout, LOOK_UP_MS, parseToolError } from './tool-error.ts';

/**
 * Asks registries, with the tools on the runner: they find the credentials that `docker login` left.
 * A bundle of its own, because it starts processes. All errors are values: `instanceof InputError` fails across bundles.
 */

/** The answer to a look-up of a reference. */
export type Inspected =
  /** `parts`: the digests of the manifests that an index lists. */
  | { readonly kind: 'found'; readonly digest: string; readonly parts: readonly string[] }
  /** The registry answers but has no such tag; or it cannot be reached, which may be transient. */
  | { readonly kind: 'absent' | 'unreachable'; readonly serverMessage: string }
  /** The login was refused or cannot be read, and what to do. */
  | { readonly kind: 'refused'; readonly serverMessage: string; readonly hint: string }
  | { readonly kind: 'failed'; readonly serverMessage: string }
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

/**
 * An inspector, which looks for the installed tools once. Where the first is refused, the next is asked: not all of them know
 * every kind of login.
 */
export function createInspector(): Inspect {
  const found = new Map<Tool, Promise<string | undefined>>();
  return async (reference, signal) => {
    let refused: Inspected | undefined;
    for (const tool of TOOLS) {
      const looking = found.get(tool) ?? findInstalled(tool, signal);
      found.set(tool, looking);
      const path = await looking;
      if (path === undefined) continue;
      const answer = await inspectWith({ ...tool, path }, reference, signal);
      if (answer.kind !== 'refused') return answer.kind === 'failed' && refused ? refused : answer;
      refused = answer;
    }
    return refused ?? { kind: 'no-tool' };
  };
}

/** The path of `tool`, if it is installed and can do what it is needed for. */
async function findInstalled({ name, probe }: Tool, signal: AbortSignal): Promise<string | undefined> {
  const path = findTool(name);
  if (path === undefined || probe === undefined) return path;
  return (await runTool(path, probe, { signal, timeoutMs: LOOK_UP_MS })).exitCode === 0 ? path : undefined;
}

async function inspectWith(tool: InstalledTool, reference: Reference, signal: AbortSignal): Promise<Inspected> {
  const args = [...tool.print, ...(isLoopback(reference.host) ? tool.insecure : [])];
  const run = await runTool(tool.path, [...args, `${tool.scheme}${formatReference(reference)}`], {
    signal,
    timeoutMs: LOOK_UP_MS,
  });
  if (run.exceeded !== undefined) return { kind: 'unreachable', serverMessage: describeTimeout(tool.name) };
  return run.exitCode === 0 ? readManifest(run.stdout, tool.name) : describeFailure(run, tool.name, reference.host);
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

function describeFailure({ exitCode, stderr }: ToolRun, tool: string, host: string): Inspected {
  const serverMessage = `${tool}: ${parseToolError(stderr) || `exit code ${exitCode} and no message`}`;
  const broken = explainBrokenLogin(serverMessage);
  if (broken === undefined && ABSENT.test(serverMessage)) return { kind: 'absent', serverMessage };
  if (broken === undefined && TRANSIENT.test(serverMessage)) return { kind: 'unreachable', serverMessage };
  if (broken === undefined && !isLoginRefused(serverMessage)) return { kind: 'failed', serverMessage };
  const unread = tool === 'skopeo' ? explainUnreadLogin(host, process.env) : undefined;
  const hint = broken ?? unread ?? 'log in to the registry before this step, as with docker/login-action';
  return { kind: 'refused', serverMessage, hint };
}
