import { distribution as distributionEvent } from '../events/distribution.ts';
import { dockerHub as dockerHubEvent } from '../events/docker-hub.ts';
import { github as githubEvent } from '../events/github.ts';
import { harbor as harborEvent } from '../events/harbor.ts';
import { json as jsonEvent } from '../events/json.ts';
import { msr as msrEvent } from '../events/msr.ts';
import type { EventReader, EventWriter } from '../events/types.ts';
import { eventWire, plainAnswers, SIGNATURE } from './common.ts';
import type { Receiver, Wire } from './types.ts';

/** Whatever reads one of six events and has no file of its own. With a secret, the message is signed. */

/** An endpoint for this event: its URL may be all that proves who sends. */
function generic(name: string, event: EventReader & EventWriter, wire: Partial<Wire> = {}): Receiver {
  return {
    name,
    title: event.title,
    wire: eventWire({ event, proof: SIGNATURE }, { urlIsCredential: true, ...wire }),
    answers: plainAnswers(),
  };
}

export const dockerHub = generic('docker-hub', dockerHubEvent);
export const github = generic('github', githubEvent);
export const harbor = generic('harbor', harborEvent);
export const json = generic('json', jsonEvent);
export const msr = generic('msr', msrEvent);
/** Its endpoints ask for a header or a login. */
export const distribution = generic('distribution', distributionEvent, { urlIsCredential: false });

/** For a name that does not exist, so that the other inputs can be checked all the same. */
export const unknown: Receiver = { ...json, wire: { ...json.wire, endpointUrl: (given) => given } };
