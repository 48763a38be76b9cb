import { nearest, quote } from '../util/text.ts';
import { docoCd } from './doco-cd/receiver.ts';
import type { Receiver } from './types.ts';

/** All receivers. All but the default are loaded only when the workflow names them, or a URL does. */

type Known = {
  /** Whether a URL, as host, path and query, is unmistakably that of this receiver. */
  readonly at?: RegExp | undefined;
  readonly load: () => Promise<Receiver>;
};

const DEFAULT = docoCd.name;

/** By the value of the `receiver` input: those that deploy, then the events for others. The first that fits counts. */
const RECEIVERS: Readonly<Record<string, Known>> = {
  [DEFAULT]: { at: /\/v1\/webhook(?:\/[^/?]+)?\/*(?:\?|$)/, load: async () => docoCd },
  'argo-cd': {
    at: /\/api\/webhook\/*(?:\?|$)/,
    load: async () => (await import('./argo-cd/receiver.ts')).argoCd,
  },
  kargo: {
    // Part of the hash is enough: a path that was not copied completely is still Kargo's.
    at: /\/(?:artifactory|azure|bitbucket|dockerhub|generic|gitea|github|gitlab|harbor|quay)\/[0-9a-f]{40,}\/*(?:\?|$)/,
    load: async () => (await import('./kargo.ts')).kargo,
  },
  flux: { at: /\/hook\/[0-9a-f]{40,}\/*(?:\?|$)/, load: async () => (await import('./flux.ts')).flux },
  keel: { at: /\/v1\/webhooks\/[a-z]+\/*(?:\?|$)/, load: async () => (await import('./keel.ts')).keel },
  'image-updater': {
    at: /\/webhook\/*\?(?:.*&)?type=/,
    load: async () => (await import('./image-updater.ts')).imageUpdater,
  },
  watchtower: { at: /\/v1\/update\/*(?:\?|$)/, load: async () => (await import('./watchtower.ts')).watchtower },
  portainer: {
    at: /\/api\/(?:stacks\/)?webhooks\/[0-9a-f-]{36}(?:\?|$)/,
    load: async () => (await import('./portainer.ts')).portainer,
  },
  coolify: { at: /\/api\/v1\/deploy\/*\?/, load: async () => (await import('./coolify/receiver.ts')).coolify },
  dokploy: {
    at: /\/api\/deploy\/(?:compose\/)?[\w-]{16,}\/*(?:\?|$)/,
    load: async () => (await import('./dokploy.ts')).dokploy,
  },
  komodo: {
    at: /\/listener\/(?:github|gitlab)\/[a-z]+\/[^/]+\/[^/?]+(?:\?|$)/,
    load: async () => (await import('./komodo.ts')).komodo,
  },
  github: { load: async () => (await import('./generic.ts')).github },
  'docker-hub': { load: async () => (await import('./generic.ts')).dockerHub },
  harbor: { load: async () => (await import('./generic.ts')).harbor },
  distribution: { load: async () => (await import('./generic.ts')).distribution },
  msr: { load: async () => (await import('./generic.ts')).msr },
  json: { load: async () => (await import('./generic.ts')).json },
};

/** The values of the `receiver` input. */
export const RECEIVER_NAMES: readonly string[] = Object.keys(RECEIVERS);

/** The receiver of this name. Undefined where there is none. */
export async function loadReceiver(name: string): Promise<Receiver | undefined> {
  return Object.hasOwn(RECEIVERS, name) ? RECEIVERS[name]?.load() : undefined;
}

/** Who reads the messages: one receiver for each URL, or a single one without URLs. */
type Choice = {
  readonly receivers: readonly Receiver[];
  /** What is wrong with the `receiver` input, in the words of an InputError. Then some receivers are stand-ins. */
  readonly problems: readonly string[];
  /** Which receivers were recognised by their URL, for the log. */
  readonly notes: readonly string[];
};

/**
 * The receivers that the `receiver` input names (empty where it is not set) or, without it, the paths of these URLs. A
 * name that the path of a URL contradicts is a problem: its receiver would not understand a word.
 */
export async function chooseReceivers(name: string, urls: readonly string[]): Promise<Choice> {
  const places = urls.length === 0 ? [''] : urls;
  const choices = places.map((url, index) =>
    chooseOne(name, url, places.length === 1 ? 'url' : `url: line ${index + 1}`),
  );
  const receivers = choices.map(async (choice) => {
    if (choice.name !== undefined) return loadReceiver(choice.name);
    return (await import('./generic.ts')).unknown;
  });
  const found = await Promise.all(receivers);
  return {
    receivers: found.filter((receiver) => receiver !== undefined),
    problems: [...new Set(choices.flatMap(({ problem = [] }) => problem))],
    notes: choices.flatMap(({ note = [] }) => note),
  };
}

type One = { readonly name?: string; readonly problem?: string; readonly note?: string };

function chooseOne(name: string, url: string, where: string): One {
  const atUrl = nameAt(url);
  if (name === '') {
    if (atUrl === undefined || atUrl === DEFAULT) return { name: DEFAULT };
    return { name: atUrl, note: `receiver: ${atUrl}, by the path of ${where}` };
  }
  if (!Object.hasOwn(RECEIVERS, name)) {
    const guess = nearest(name, RECEIVER_NAMES);
    const hint = guess === undefined ? '' : `; ${quote(guess)} is the nearest`;
    return { problem: `receiver: ${quote(name)} is not known, expected ${RECEIVER_NAMES.join(', ')}${hint}` };
  }
  if (atUrl === undefined || atUrl === name || RECEIVERS[name]?.at === undefined) return { name };
  return {
    problem: `receiver: it is ${name}, but the path of ${where} is that of ${atUrl}; set receiver to ${atUrl}, or correct the url`,
  };
}

function nameAt(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null) return undefined;
  const place = `${url.host}${url.pathname}${url.search}`;
  return RECEIVER_NAMES.find((name) => RECEIVERS[name]?.at?.test(place));
}
