import { oneLine } from '../util/text.ts';

/** How long a tool may take to ask a registry, its credential helpers included. */
export const LOOK_UP_MS = 30_000;

/** What to say of a tool that was ended after `ms`. */
export function describeTimeout(tool: string, ms = LOOK_UP_MS): string {
  return `${tool} had no answer within ${Math.round(ms / 1000)} s`;
}

/**
 * The error that skopeo, docker, crane or oras wrote to standard error, on one line: the message of the last log line if there
 * are log lines, without query strings, which may be signatures. Empty when there is none.
 */
export function parseToolError(stderr: string): string {
  const messages = [...stderr.matchAll(/^time=.*?\bmsg=("(?:[^"\\]|\\.)*")/gm)].map(([, quoted = '']) =>
    unquote(quoted),
  );
  const message = (messages.at(-1) ?? stderr)
    // skopeo begins with this whatever is wrong.
    .replace(/^Error parsing image name "[^"]*": /, '')
    .replace(/\?[^\s"']+/g, '');
  return oneLine(message, 1000);
}

/** Go's quoted text is nearly JSON. Where it is not, the quotes stay. */
function unquote(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}
