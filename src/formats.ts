import { docoCd } from './formats/doco-cd.ts';
import type { Source, Target } from './formats/format.ts';
import { github } from './formats/github.ts';

/** Systems whose events are read, tried in this order: the first that recognises the body parses it. */
export const SOURCES: readonly Source[] = [github, docoCd];

/** Systems that can be told, by the value of the `format` input. */
export const TARGETS: Readonly<Record<string, Target>> = { 'doco-cd': docoCd };
