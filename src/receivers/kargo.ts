import { dockerHub } from '../events/docker-hub.ts';
import { github } from '../events/github.ts';
import { harbor } from '../events/harbor.ts';
import { json } from '../events/json.ts';
import { type HttpResponse, type HttpResult, is2xx, isIncomplete } from '../http/types.ts';
import type { Artifact } from '../oci/artifact.ts';
import { formatReference } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { at, isObject, parseObject, textAt } from '../util/json.ts';
import {
  AUTHORIZATION,
  chartWarnings,
  eventMessage,
  eventWire,
  plainAnswers,
  refuseTarget,
  refuseUntagged,
  SIGNATURE,
  type Told,
} from './common.ts';
import type { Receiver, Sent } from './types.ts';

/** How each type of receiver is told. The generic one reads any JSON. */
const GITHUB: Told = { event: github, proof: SIGNATURE };
const TYPES: ReadonlyMap<string, Told> = new Map([
  ['github', GITHUB],
  ['harbor', { event: harbor, proof: AUTHORIZATION }],
  ['dockerhub', { event: dockerHub }],
  ['generic', { event: json }],
]);

/**
 * Kargo's external webhooks server, `<base>/<type of receiver>/<hash>`. It always answers in JSON: what it refreshed,
 * what is wrong, or `{}`. Source: kargo
 * pkg/webhook/external/{router,receiver,refresh,dockerhub,github,harbor,generic}.go.
 */
export const kargo: Receiver = {
  name: 'kargo',
  title: 'Kargo',
  wire: eventWire(toldAt, {
    urlIsCredential: true,
    // No receiver of Kargo compares it.
    needsDigest: () => false,
    write(artifact, url, workflow) {
      const told = toldAt(url);
      if (told.event === harbor) refuseUntagged(artifact, "Kargo's harbor receiver");
      return eventMessage(artifact, told, workflow);
    },
    warnings: (artifacts) => [...chartWarnings(artifacts, 'Kargo'), ...untaggedWarnings(artifacts)],
    endpointUrl(given, target) {
      refuseTarget(target);
      if (TYPES.has(typeOf(given))) return given;
      const types = [...TYPES.keys()].join(', ');
      throw new InputError(
        `url: a receiver of Kargo has a path that ends in /<type>/<hash>, and this action knows the types ${types}; copy the url from the status of such a receiver, or, behind a path of your own, set receiver to the event that it reads`,
      );
    },
  }),
  answers: plainAnswers(hint, {
    // Web pages and proxies do not answer in JSON.
    isAcceptance: (response) => isIncomplete(response) || parseObject(response.body) !== undefined,
    hadNoEffect,
  }),
};

function toldAt(url: URL | undefined): Told {
  return TYPES.get(typeOf(url)) ?? GITHUB;
}

function untaggedWarnings(artifacts: readonly Artifact[]): readonly string[] {
  const untagged = artifacts.find(({ tag }) => tag === undefined);
  if (untagged === undefined) return [];
  return [
    `by digest alone, Kargo refreshes every Warehouse that subscribes to ${formatReference({ host: untagged.host, path: untagged.path })}, whatever its tags`,
  ];
}

/** The part of the path before the hash. */
function typeOf(url: URL | undefined): string {
  return url === undefined ? 'github' : (url.pathname.replace(/\/+$/, '').split('/').at(-2) ?? '');
}

function hint(result: HttpResult, { url }: Sent): string | undefined {
  if (result.kind === 'failure') return undefined;
  if (is2xx(result) && (isIncomplete(result) || hadEffect(result.body))) return undefined;
  return hintForAnswer(result, url);
}

/** Whether Kargo itself reports that it refreshed nothing. */
function hadNoEffect({ body }: HttpResponse): boolean {
  return isKargoMessage(body) && !hadEffect(body);
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

function hintForAnswer({ status, body }: HttpResponse, url: URL): string | undefined {
  const parsed = parseObject(body);
  const isEmpty = parsed !== undefined && Object.keys(parsed).length === 0;
  const error = textAt(parsed, 'error') ?? '';
  if (status < 300) {
    if (resultsIn(body) !== undefined)
      return "no action of Kargo's generic receiver selected anything; compare whenExpression and targetSelectionCriteria";
    if (isKargoMessage(body))
      return 'no Warehouse of Kargo subscribes to this repository with this tag; compare repoURL and the tag selector';
    return isEmpty
      ? 'Kargo took the message and ignored it; check that the receiver is of the type that its path names'
      : 'this answer is not from Kargo, which would say how many Warehouses it refreshed; check that the url leads to it';
  }
  if (status === 404 && isEmpty) {
    return url.pathname.endsWith('/')
      ? 'no receiver has this url; Kargo wants none of the "/" at its end'
      : "no receiver has this url; copy it again, whole, from the receiver's status in Kargo";
  }
  if (status === 401) return hintForLogin(error, typeOf(url));
  if (error === 'invalid request body') return 'something between here and Kargo changed the request body';
  if (/^failed to refresh/.test(error)) return "Kargo could not refresh every Warehouse; its controller's log says why";
  if (resultsIn(body) !== undefined)
    return "an action of Kargo's generic receiver failed; the answer says which expression, and the log of the webhooks server why";
  if (status >= 500 && isEmpty) return 'Kargo failed; the log of its external webhooks server says why';
  return undefined;
}

function hintForLogin(error: string, type: string): string | undefined {
  switch (error) {
    case 'missing signature':
      return "Kargo wants the message signed; set secret to the value of `secret` in the receiver's Secret";
    case 'missing authorization':
      return "Kargo wants a token; set secret to the value of `auth-header` in the receiver's Secret";
    case 'unauthorized':
      return type === 'harbor'
        ? "the secret differs from `auth-header` in the receiver's Secret; set both again"
        : "the secret differs from `secret` in the receiver's Secret; set both again, without quotes or line breaks";
    default:
      return undefined;
  }
}
