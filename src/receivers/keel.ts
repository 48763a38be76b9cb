import { distribution } from '../events/distribution.ts';
import { dockerHub } from '../events/docker-hub.ts';
import { github } from '../events/github.ts';
import { harbor } from '../events/harbor.ts';
import type { EventWriter } from '../events/types.ts';
import { type HttpResult, is2xx, isIncomplete } from '../http/types.ts';
import { InputError } from '../util/errors.ts';
import { quote } from '../util/text.ts';
import {
  eventMessage,
  eventWire,
  isEmptyAnswer,
  plainAnswers,
  refuseOtherHost,
  refuseTarget,
  refuseUntagged,
  type Told,
} from './common.ts';
import type { Proof, Receiver } from './types.ts';

/** What it reads by the last part of its paths. */
const EVENTS: ReadonlyMap<string, EventWriter> = new Map([
  ['dockerhub', dockerHub],
  ['registry', distribution],
  ['github', github],
  ['harbor', harbor],
]);

/** AUTHENTICATED_WEBHOOKS: the secret is `user:password`. */
const LOGIN: Proof = {
  kind: 'token',
  header: 'authorization',
  toValue: (secret) => `Basic ${Buffer.from(secret).toString('base64')}`,
};

/**
 * Keel, `/v1/webhooks/<type>`. It accepts with an empty answer, and says what is wrong in plain text. It deploys what
 * came last, so that tags of one image must arrive in order. Source: keel pkg/http.
 */
export const keel: Receiver = {
  name: 'keel',
  title: 'Keel',
  wire: eventWire(toldAt, {
    inOrder: true,
    endpointUrl(given, target) {
      refuseTarget(target);
      const url = new URL(given);
      url.pathname = url.pathname.replace(/\/+$/, ''); // With one, no route of Keel matches.
      if (EVENTS.has(typeOf(url))) return url;
      throw new InputError(
        `url: its path ends with ${quote(typeOf(url))}, but Keel takes the messages of this action at /v1/webhooks/${[...EVENTS.keys()].join(', /')}`,
      );
    },
    write(artifact, url, workflow) {
      refuseUntagged(artifact, 'Keel');
      const told = toldAt(url);
      if (told.event === github) {
        refuseOtherHost(artifact, 'ghcr.io', 'let the url end in /v1/webhooks/dockerhub, which takes every registry');
      }
      return eventMessage(artifact, told, workflow);
    },
  }),
  answers: plainAnswers(hint, { isAcceptance: isEmptyAnswer }),
};

function toldAt(url: URL | undefined): Told {
  return { event: EVENTS.get(typeOf(url)) ?? dockerHub, proof: LOGIN };
}

function typeOf(url: URL | undefined): string {
  return url === undefined ? 'dockerhub' : (url.pathname.split('/').at(-1) ?? '');
}

function hint(result: HttpResult): string | undefined {
  if (result.kind === 'failure' || isIncomplete(result)) return undefined;
  if (is2xx(result) && result.body.trim() !== '')
    return 'this answer is not from Keel, which would be empty; check that the url leads to it';
  if (result.status === 401) return 'Keel wants a login; set secret to user:password';
  return undefined;
}
