import { type HttpResponse, is2xx, isIncomplete } from '../http/types.ts';
import { at, isObject, parseObject, textAt } from '../util/json.ts';
import type { Deployer, SentMessage } from './deployer.ts';

/** Types of receivers by the format that each reads. The generic one reads any JSON. */
const TYPES: Readonly<Record<string, string>> = {
  'docker-hub': 'dockerhub',
  github: 'github',
  harbor: 'harbor',
  json: 'generic',
};

/** Part of the hash is enough: a path that was not copied completely is still Kargo's. */
const PATH = /\/(artifactory|azure|bitbucket|dockerhub|generic|gitea|github|gitlab|harbor|quay)\/[0-9a-f]{40,}\/*$/;

/**
 * Kargo's external webhooks server, `<base>/<type of receiver>/<hash>`. It always answers in JSON: what it refreshed, what is
 * wrong, or `{}`. Source: kargo pkg/webhook/external/{router,receiver,refresh,dockerhub,github,harbor,generic}.go.
 */
export const kargo: Deployer = {
  matches: (endpoint, result) =>
    receiverType(endpoint) !== undefined || (result.kind === 'response' && isKargoMessage(result.body)),

  hint(result, sent) {
    if (result.kind === 'failure') return undefined;
    if (is2xx(result) && (isIncomplete(result) || hadEffect(result.body))) return undefined;
    return hintForType(result, sent) ?? hintForAnswer(result, sent);
  },
};

/** Whether Kargo itself reports that it refreshed nothing. */
export function hadNoEffect({ body }: HttpResponse): boolean {
  return isKargoMessage(body) && !hadEffect(body);
}

function receiverType({ pathname }: URL): string | undefined {
  return PATH.exec(pathname)?.[1];
}

/** The answers of the generic receiver to each of its actions. */
function resultsIn(body: string): readonly unknown[] | undefined {
  const results = at(parseObject(body), 'results');
  return Array.isArray(results) && results.some((each) => isObject(each) && 'matchedWhenExpression' in each)
    ? results
    : undefined;
}

function isKargoMessage(body: string): boolean {
  const parsed = parseObject(body);
  return (
    /^refreshed \d+ warehouse/.test(textAt(parsed, 'msg') ?? '') ||
    /^failed to refresh \d+ of \d+ warehouses/.test(textAt(parsed, 'error') ?? '') ||
    resultsIn(body) !== undefined
  );
}

function hadEffect(body: string): boolean {
  const results = resultsIn(body);
  if (results !== undefined) {
    return results.some((each) => {
      const targets = at(each, 'selectedTargets');
      return Array.isArray(targets) && targets.length > 0;
    });
  }
  return /^refreshed [1-9]\d* warehouse/.test(textAt(parseObject(body), 'msg') ?? '');
}

/** A URL of one receiver and a format for another: the fields that it looks for are not in the message. */
function hintForType({ status }: HttpResponse, { format, endpoint }: SentMessage): string | undefined {
  const type = receiverType(endpoint);
  if (type === undefined || type === 'generic' || type === TYPES[format] || status === 404) return undefined;
  const [wanted] = Object.entries(TYPES).find(([, known]) => known === type) ?? [];
  return wanted === undefined
    ? `the url is that of Kargo's ${type} receiver, which reads no format of this action; create one for github, dockerhub or harbor`
    : `the url is that of Kargo's ${type} receiver, which does not read format ${format}; set format to ${wanted}`;
}

function hintForAnswer({ status, body }: HttpResponse, { format, endpoint }: SentMessage): string | undefined {
  const parsed = parseObject(body);
  const isEmpty = parsed !== undefined && Object.keys(parsed).length === 0;
  const error = textAt(parsed, 'error') ?? '';
  if (status < 300) {
    if (resultsIn(body) !== undefined)
      return "no action of Kargo's generic receiver selected anything; compare whenExpression and targetSelectionCriteria";
    if (isKargoMessage(body))
      return 'no Warehouse of Kargo subscribes to this repository with this tag; compare repoURL and the tag selector';
    return isEmpty
      ? 'Kargo took the message and ignored it; check that the url is that of a receiver for this format'
      : 'this answer is not from Kargo, which would say how many Warehouses it refreshed; check that the url leads to it';
  }
  if (status === 404 && isEmpty) {
    return endpoint.pathname.endsWith('/')
      ? 'no receiver has this url; Kargo wants none of the "/" at its end'
      : "no receiver has this url; copy it again, whole, from the receiver's status in Kargo";
  }
  if (status === 401) return hintForLogin(error, format);
  if (error === 'invalid request body') return 'something between here and Kargo changed the request body';
  if (/^failed to refresh/.test(error)) return "Kargo could not refresh every Warehouse; its controller's log says why";
  if (resultsIn(body) !== undefined)
    return "an action of Kargo's generic receiver failed; the answer says which expression, and the log of the webhooks server why";
  if (status >= 500 && isEmpty) return 'Kargo failed; the log of its external webhooks server says why';
  return undefined;
}

function hintForLogin(error: string, format: string): string | undefined {
  switch (error) {
    case 'missing signature':
      return "Kargo wants the message signed; set secret to the value of `secret` in the receiver's Secret";
    case 'missing authorization':
      return "Kargo wants a token; set Authorization in headers to the value of `auth-header` in the receiver's Secret";
    case 'unauthorized':
      return format === 'harbor'
        ? "Authorization in headers differs from `auth-header` in the receiver's Secret; set both again"
        : "the secret differs from `secret` in the receiver's Secret; set both again, without quotes or line ends";
    default:
      return undefined;
  }
}
