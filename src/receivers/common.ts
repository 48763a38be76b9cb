import type { EventWriter, Workflow } from '../events/types.ts';
import { type HttpResponse, type HttpResult, isIncomplete, isPage } from '../http/types.ts';
import type { Artifact } from '../oci/artifact.ts';
import { formatReference } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { parseObject, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import type { Answers, Message, Proof, Sent, Wire } from './types.ts';

/** What most receivers have in common: they take a POST with an event, and what they answer is text or JSON. */

/** GitHub's way to sign, which many receivers read. */
export const SIGNATURE: Proof = { kind: 'signature', header: 'X-Hub-Signature-256' };
/** The secret as the whole value of the header, as Harbor sends it. */
export const AUTHORIZATION: Proof = { kind: 'token', header: 'authorization', toValue: (secret) => secret };
export const BEARER: Proof = { kind: 'token', header: 'authorization', toValue: (secret) => `Bearer ${secret}` };

/** How one endpoint is told: which event it reads, and how the secret travels, if it reads one. */
export type Told = { readonly event: EventWriter; readonly proof?: Proof | undefined };

/** The message that carries an event about `artifact`. */
export function eventMessage(artifact: Artifact, { event, proof }: Told, workflow: Workflow): Message {
  const body = JSON.stringify(event.write(artifact, workflow));
  return { artifact, body, contentType: event.contentType ?? 'application/json', headers: event.headers, proof };
}

/** The wire of a receiver whose endpoints are all told alike, unless `tell` says how each one is. */
export function eventWire(tell: Told | ((url: URL | undefined) => Told), other: Partial<Wire> = {}): Wire {
  const told = typeof tell === 'function' ? tell : () => tell;
  return {
    secretRequired: false,
    urlIsCredential: false,
    needsDigest: (url) => told(url).event.lacksDigest !== true,
    endpointUrl(given, target) {
      refuseTarget(target);
      return given;
    },
    proofs(url) {
      const { proof } = told(url);
      return proof === undefined ? [] : [proof];
    },
    refuseHeader: (name, url) =>
      Object.hasOwn(told(url).event.headers ?? {}, name) ? 'it is set by the action for this receiver' : undefined,
    write: (artifact, url, workflow) => eventMessage(artifact, told(url), workflow),
    ...other,
  };
}

/** @throws InputError: only one receiver has targets. */
export function refuseTarget(target: string | undefined): void {
  if (target === undefined) return;
  throw new InputError('target: this receiver has no targets, its url says all; remove target');
}

/** @throws InputError for an artifact without a tag, which this receiver does nothing with. */
export function refuseUntagged({ tag, host, path }: Artifact, title: string): void {
  if (tag !== undefined) return;
  throw new InputError(
    `artifact: ${formatReference({ host, path })} is named by its digest alone, with which ${title} does nothing; name a tag`,
  );
}

/** @throws InputError for an artifact that this receiver would take for one of another registry. */
export function refuseOtherHost({ host, path }: Artifact, taken: string, advice: string): void {
  if (host === taken) return;
  throw new InputError(
    `artifact: ${formatReference({ host, path })} would be taken for ${formatReference({ host: taken, path })} there; ${advice}`,
  );
}

/** What is unwise about the versions of charts: a registry has `_` where the version has `+`, and so do the events. */
export function chartWarnings(artifacts: readonly Artifact[], title: string): readonly string[] {
  const tags = artifacts.flatMap(({ tag = '' }) => (/^v?\d+\.\d+\.\d+[^+]*_/.test(tag) ? tag : []));
  const [tag] = tags;
  if (tag === undefined) return [];
  return [
    `if ${quote(tag)} is the version of a chart, with "+" where the tag has "_", ${title} does not recognise it, and looks at its own interval only; leave the build out of the version`,
  ];
}

/** Whether an answer has no body, as those of a receiver that accepts with nothing. What is missing proves nothing. */
export function isEmptyAnswer(response: HttpResponse): boolean {
  return response.body.trim() === '' || isIncomplete(response);
}

type Hint = (result: HttpResult, sent: Sent) => string | undefined;

/** The answers of a receiver that explains none but those that `hint` does. A web page is never a receiver's. */
export function plainAnswers(hint: Hint = () => undefined, other: Partial<Answers> = {}): Answers {
  return {
    isAcceptance: () => true,
    isRetryable: (_, usual) => usual,
    serverMessage,
    hint: (result, sent) => (result.kind === 'response' && isPage(result.body) ? undefined : hint(result, sent)),
    jobId: () => undefined,
    ...other,
  };
}

/** The message in the fields that most of them use. An empty object has none. */
function serverMessage(body: string): string | undefined {
  const parsed = parseObject(body);
  if (parsed === undefined) return undefined;
  const message = textAt(parsed, 'error') ?? textAt(parsed, 'msg') ?? textAt(parsed, 'message');
  const details = textAt(parsed, 'details');
  if (message !== undefined) return details === undefined ? message : `${message}: ${details}`;
  return Object.keys(parsed).length === 0 ? '' : undefined;
}
