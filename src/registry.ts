import { createHash } from 'node:crypto';
import { parseObject } from './json.ts';
import { oneLine } from './one-line.ts';
import { findTool, runTool, type ToolRun } from './process.ts';
import { formatReference, isLoopback, type Reference } from './reference.ts';

/**
 * What a registry says, asked with the tools that the runner has: they find credentials where `docker login` left them.
 * A bundle of its own, because of what starts processes. Everything is a value: errors of this bundle are strangers elsewhere.
 */

/** What came of asking for a reference. */
export type LookUp =
  | { readonly kind: 'found'; readonly digest: string }
  /** The registry answers, and has no such tag; or it cannot be reached, which may pass; or anything else. */
  | { readonly kind: 'absent' | 'unreachable' | 'failed'; readonly words: string }
  | { readonly kind: 'no-tool' };

type Tool = {
  readonly name: string;
  /** Arguments whose success says that the tool can do this at all. */
  readonly probe?: readonly string[];
  /** Arguments that print the manifest or index byte for byte, whatever the platform. */
  readonly print: readonly string[];
  /** Lets it speak plain http. Docker does so by itself to this machine. */
  readonly insecure: readonly string[];
  /** What goes before a reference. */
  readonly scheme: string;
};

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

/** The digest of the manifest, or of the index, that `reference` names in its registry now. Asks once and never throws. */
export async function lookUp(reference: Reference, signal: AbortSignal): Promise<LookUp> {
  const tool = await installed(signal);
  if (tool === undefined) return { kind: 'no-tool' };
  const args = [...tool.print, ...(isLoopback(reference.host) ? tool.insecure : [])];
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const run = await runTool(tool.path, [...args, `${tool.scheme}${formatReference(reference)}`], {
    signal: AbortSignal.any([signal, timeout]),
  });
  if (run.exitCode === 0) return readManifest(run.stdout, tool.name);
  return timeout.aborted
    ? { kind: 'unreachable', words: `${tool.name} had no answer within ${TIMEOUT_MS / 1000} s` }
    : failure(run, tool.name);
}

let found: Promise<(Tool & { readonly path: string }) | undefined> | undefined;

function installed(signal: AbortSignal): typeof found & object {
  found ??= firstInstalled(signal);
  return found;
}

async function firstInstalled(signal: AbortSignal): Promise<(Tool & { readonly path: string }) | undefined> {
  for (const tool of TOOLS) {
    const path = await findTool([tool.name]);
    if (path === undefined) continue;
    if (tool.probe && (await runTool(path, tool.probe, { signal })).exitCode !== 0) continue;
    return { ...tool, path };
  }
  return undefined;
}

/** Registries name content by the SHA-256 of its bytes: hashing what came is right for every kind of manifest. */
function readManifest(printed: string, tool: string): LookUp {
  if (parseObject(printed)?.schemaVersion === undefined) {
    return { kind: 'failed', words: `${tool} printed something that is not a manifest` };
  }
  return { kind: 'found', digest: `sha256:${createHash('sha256').update(printed).digest('hex')}` };
}

function failure({ exitCode, stderr }: ToolRun, tool: string): LookUp {
  const words = `${tool}: ${wordsOf(stderr) || `exit code ${exitCode} and no word`}`;
  // oras and buildx end with the reference and "not found"; "credential not found" is something else.
  const isAbsent = /\b(?:manifest|name)[ _]unknown\b|\bstatus(?: ?code)?:? 404\b|:[\w.-]+: not found$/i.test(words);
  const mayPass =
    /timeout|timed out|reset by peer|connection refused|\bEOF\b|no such host|temporar|unreachable|\bstatus(?: ?code)?:? (?:429|5\d\d)\b|too ?many ?requests/i;
  return { kind: isAbsent ? 'absent' : mayPass.test(words) ? 'unreachable' : 'failed', words };
}

/** What a tool said, on one line: without the frame of a log line, and without query strings, which may be signatures. */
function wordsOf(stderr: string): string {
  const said = stderr.replace(/^time=.*?\bmsg="((?:[^"\\]|\\.)*)".*$/gm, (_line, message: string) =>
    message.replace(/\\(["\\])/g, '$1'),
  );
  // skopeo begins so whatever is wrong.
  const plain = said.replace(/^Error parsing image name "[^"]*": /, '');
  return oneLine(plain.replace(/\?[^\s"']+/g, ''), 1000);
}
