import { json } from '../events/json.ts';
import { type HttpResponse, type HttpResult, isIncomplete } from '../http/types.ts';
import { at, isObject, parseObject } from '../util/json.ts';
import { plural } from '../util/text.ts';
import { BEARER, eventWire, plainAnswers } from './common.ts';
import type { DeploymentResult, Receiver } from './types.ts';

/**
 * Watchtower, `/v1/update`, with its HTTP API token. It answers when the update is done, and the answer is the result;
 * the message is ignored, what to update is in the URL. Source: watchtower internal/api/handlers/update/handler.go.
 */
export const watchtower: Receiver = {
  name: 'watchtower',
  title: 'Watchtower',
  wire: eventWire({ event: json, proof: BEARER }, { secretRequired: true, needsDigest: () => false }),
  answers: plainAnswers(hint, {
    isAcceptance: isOwnAnswer,
    outcome,
  }),
};

/** The answer of 1.11 and older, and with ?async=true, says nothing: it has a word or none. */
function isOwnAnswer(response: HttpResponse): boolean {
  return isIncomplete(response) || response.body.length < 10 || summaryIn(response) !== undefined;
}

type Summary = { readonly scanned: number; readonly updated: number; readonly failed: number };

function summaryIn({ body }: HttpResponse): Summary | undefined {
  const summary = at(parseObject(body), 'summary');
  if (!isObject(summary)) return undefined;
  const { scanned, updated, failed } = summary;
  if (typeof scanned !== 'number' || typeof updated !== 'number' || typeof failed !== 'number') return undefined;
  return { scanned, updated, failed };
}

function outcome(response: HttpResponse): DeploymentResult | undefined {
  const summary = summaryIn(response);
  if (summary === undefined) return undefined;
  const { scanned, updated, failed } = summary;
  const serverMessage = `${plural(scanned, 'container')} checked, ${updated} updated, ${failed} failed`;
  if (failed > 0) {
    return { kind: 'failed', error: 'UPDATE_FAILED', serverMessage, hint: "Watchtower's log says why" };
  }
  if (updated > 0) return { kind: 'succeeded', serverMessage };
  const hint =
    scanned === 0
      ? 'Watchtower watches no container of this image; compare image or container in the url with its containers, and their labels with its settings'
      : undefined;
  return { kind: 'unchanged', serverMessage, hint };
}

function hint(result: HttpResult): string | undefined {
  if (result.kind === 'failure') {
    return result.code === 'TIMEOUT' && result.written
      ? 'Watchtower answers only when the update is done; raise timeout, or add ?async=true to the url, with which the result is not known'
      : undefined;
  }
  if (result.status === 401) return 'the secret differs from WATCHTOWER_HTTP_API_TOKEN';
  if (result.status === 429)
    return 'Watchtower is busy with another update; with ?image= in the url it waits for that one';
  if (result.status === 200 && !isOwnAnswer(result))
    return 'this answer is not from Watchtower, which would say how many containers it updated; check that the url leads to it';
  return undefined;
}
