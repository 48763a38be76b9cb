import { docoCd } from './formats/doco-cd.ts';
import type { Source, Target } from './formats/format.ts';
import { github } from './formats/github.ts';

/** One line per system and direction. The common path's two are part of the entry, the others are loaded when asked for. */

/** Systems whose events are read, tried in this order: the first that recognises the body parses it. */
export const SOURCES: readonly (() => Promise<Source>)[] = [
  async () => github,
  async () => docoCd,
  async () => (await import('./formats/distribution.ts')).distribution,
  async () => (await import('./formats/harbor.ts')).harbor,
  async () => (await import('./formats/msr.ts')).msr,
  async () => (await import('./formats/docker-hub.ts')).dockerHub,
];

/** Systems that can be told, by the value of the `format` input. */
export const TARGETS: ReadonlyMap<string, () => Promise<Target>> = new Map<string, () => Promise<Target>>([
  ['doco-cd', async () => docoCd],
  ['docker-hub', async () => (await import('./formats/docker-hub.ts')).dockerHub],
  ['msr', async () => (await import('./formats/msr.ts')).msr],
  ['distribution', async () => (await import('./formats/distribution.ts')).distribution],
]);
