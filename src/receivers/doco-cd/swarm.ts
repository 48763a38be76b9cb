import type { HttpResult } from '../../http/types.ts';
import { at, isObject, textAt } from '../../util/json.ts';
import { contentOf, listIn } from './api.ts';
import type { Condition } from './believed-state.ts';
import { LABELS, type Seen } from './container-state.ts';

/**
 * What a Swarm runs of an artifact. `/v1/api/stacks` is a map of lists of services: `{"<stack>": [{ID, Version, Spec,
 * PreviousSpec, UpdateStatus}]}`, with doco-cd's labels in Spec.Labels. The states of tasks are nowhere in its API.
 * Sources: doco-cd internal/docker/swarm, docker api/types/swarm (Service).
 */

export const UNCHECKED_TASKS =
  'its tasks were not checked, because the API of doco-cd does not show them: see docker service ps on the server';

/** The services that come from the wanted sources. None where the server is no Swarm manager. */
type Services =
  | { readonly kind: 'services'; readonly services: readonly Seen[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Reads the answer of `/v1/api/stacks`. `isWanted` is told the source that a service was deployed from. */
export function servicesOf(answer: HttpResult, isWanted: (source: string | undefined) => boolean): Services {
  const content = answer.kind === 'response' ? contentOf(answer) : undefined;
  if (!isObject(content)) return withoutStacks(answer);
  const services = Object.values(content).flatMap((stack) => (Array.isArray(stack) ? stack : []));
  const wanted = services.filter((service) => isWanted(textAt(service, 'Spec', 'Labels', LABELS.source)));
  return { kind: 'services', services: wanted.map(toSeen) };
}

/** A server that is no Swarm manager answers 500, one without stacks 404. */
function withoutStacks(answer: HttpResult): Services {
  const listed = listIn(answer, isObject);
  if ('items' in listed || /not a swarm manager/i.test(listed.problem)) return { kind: 'none' };
  return { kind: 'unreadable', problem: listed.problem };
}

function toSeen(service: unknown): Seen {
  const name = textAt(service, 'Spec', 'Name') ?? '?';
  const update = textAt(service, 'UpdateStatus', 'State');
  const message = textAt(service, 'UpdateStatus', 'Message');
  const version = at(service, 'Version', 'Index');
  const condition = conditionOf(update);
  const words = condition === 'well' ? undefined : [update, message].filter((text) => text !== undefined).join(': ');
  return {
    id: textAt(service, 'ID') ?? name,
    condition,
    signature: JSON.stringify([update, version]),
    hasBegun: true,
    name,
    state: words === undefined ? 'service' : `service (${words})`,
    logCommand: /^[\w][\w.-]*$/.test(name) ? `docker service ps --no-trunc ${name}` : undefined,
    // After a rollback the specification that failed is the previous one.
    digest: textAt(service, isRollback(update) ? 'PreviousSpec' : 'Spec', 'Labels', LABELS.digest),
    deployedMs: Date.parse(textAt(service, 'Spec', 'Labels', LABELS.deployedAt) ?? ''),
  };
}

function isRollback(update: string | undefined): boolean {
  return update?.startsWith('rollback_') === true;
}

function conditionOf(update: string | undefined): Condition {
  if (update === undefined || update === 'completed') return 'well';
  return update === 'updating' || update === 'rollback_started' ? 'starting' : 'failed';
}
