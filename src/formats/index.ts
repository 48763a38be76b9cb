import { distribution } from './distribution.ts';
import { dockerHub } from './docker-hub.ts';
import { docoCd } from './doco-cd/webhook.ts';
import { github } from './github.ts';
import { harbor } from './harbor.ts';
import { json } from './json.ts';
import { msr } from './msr.ts';
import type { EventSource, Receiver } from './types.ts';

/** Systems whose events we read, tried in this order: the first whose shape matches parses the body. */
export const SOURCES: readonly EventSource[] = [github, docoCd, distribution, harbor, msr, dockerHub, json];

/** Systems that can be told, by the value of the `format` input. */
export const RECEIVERS: ReadonlyMap<string, Receiver> = new Map<string, Receiver>([
  ['doco-cd', docoCd],
  ['docker-hub', dockerHub],
  ['github', github],
  ['harbor', harbor],
  ['distribution', distribution],
  ['json', json],
  ['msr', msr],
]);
