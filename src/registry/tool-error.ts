import { oneLine } from '../util/text.ts';

/** How long a tool may take to ask a registry, its credential helpers included. */
export const LOOK_UP_MS = 30_000;

/** What to say of a tool that took longer. */
export function describeTimeout(tool: string): string {
  return `${tool} had no answer within ${LOOK_UP_MS / 1000} s`;
}

/**
 * What skopeo, docker, crane or oras said on standard error, on one line: the message of the last log line where there are log
 * lines, and no query strings, which may be signatures. Empty when it said nothing.
 */
export function parseToolError(stderr: string): string {
  const messages = [...stderr.matchAll(/^time=.*?\bmsg=("(?:[^"\\]|\\.)*")/gm)].map(([, quoted = '']) =>
    unquote(quoted),
  );
  const said = (messages.at(-1) ?? stderr)
    // skopeo begins so whatever is wrong.
    .replace(/^Error parsing image name "[^"]*": /, '')
    .replace(/\?[^\s"']+/g, '');
  return oneLine(said, 1000);
}

/** Go's quoted text is nearly JSON. Where it is not, the quotes stay. */
function unquote(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}
