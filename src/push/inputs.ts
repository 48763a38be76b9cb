import { flag, integer, lines, optional, text } from '../inputs/parse.ts';
import { collectProblems } from '../inputs/problems.ts';
import { splitReferences } from '../inputs/references.ts';
import type { WrittenReference } from '../inputs/tool-output.ts';
import { formatReference, parseReference, type Reference } from '../oci/reference.ts';
import { refuseWord } from '../oci/user-written.ts';
import { InputError } from '../util/errors.ts';
import { grouped, quote } from '../util/text.ts';

/** Where in a registry the artifact goes. */
export type Destination = Reference & { readonly tag: string };

/** Everything the workflow said, validated. */
export type PushInputs = {
  /** The directory as written; relative to the workspace. */
  readonly path: string;
  /** At least one, all of the same repository. */
  readonly destinations: readonly Destination[];
  readonly target?: string | undefined;
  /** The user's annotations. An empty value removes a standard one. */
  readonly annotations: ReadonlyMap<string, string>;
  readonly dryRun: boolean;
  /** Attempts after the first. */
  readonly retries: number;
  readonly insecureRegistry: boolean;
};

/** With growing waits between them, more than any outage that a job should sit out. */
const MOST_RETRIES = 20;
/** One after the other they take minutes, and outputs and summary name each. */
const MOST_TAGS = 500;

/**
 * Reads and validates all inputs: an empty one has its documented default, any other value is used or refused.
 * @throws InputError that names every wrong input, what was found and what is allowed, one line each.
 */
export function readPushInputs(environment: NodeJS.ProcessEnv): PushInputs {
  const { attempt, throwIfAny } = collectProblems();
  const input = (name: string) => text(environment, name);
  const isOn = (name: string) => attempt(() => flag(input(name), name)) ?? false;
  const inputs = {
    path: input('path') || '.',
    destinations: attempt(() => parseDestinations(splitReferences(input('artifact')))) ?? [],
    target: attempt(() => optional(input('target'), parseTarget)),
    annotations: attempt(() => parseAnnotations(lines(input('annotations')))) ?? new Map(),
    dryRun: isOn('dry-run'),
    retries: attempt(() => integer(input('retries') || '3', 'retries', MOST_RETRIES)) ?? 0,
    insecureRegistry: isOn('insecure-registry'),
  };
  throwIfAny();
  return inputs;
}

function parseDestinations(written: readonly WrittenReference[]): readonly Destination[] {
  if (written.length === 0) {
    throw new InputError(
      'artifact is empty: expected a reference with a tag such as ghcr.io/acme/platform-config:main',
    );
  }
  const { attempt, throwIfAny } = collectProblems();
  const parsed = written.map((each) => attempt(() => parseDestination(each)));
  throwIfAny();
  const destinations = parsed.filter((destination) => destination !== undefined);
  const repositories = new Set(destinations.map(({ host, path }) => formatReference({ host, path })));
  if (repositories.size > 1) {
    throw new InputError(
      `artifact: all references must be in one repository, found ${[...repositories].join(' and ')}; use one step for each`,
    );
  }
  const byTag = new Map(destinations.map((destination) => [destination.tag, destination]));
  if (byTag.size > MOST_TAGS) {
    throw new InputError(`artifact: ${grouped(byTag.size)} tags are more than the ${MOST_TAGS} that one step pushes`);
  }
  return [...byTag.values()];
}

function parseDestination({ text, digest: given }: WrittenReference): Destination {
  const written = text.trim();
  refuseWord(written, 'artifact');
  const { tag, digest, ...name } = parseReference(written, 'artifact');
  if (digest !== undefined || given !== undefined) {
    throw new InputError(
      `artifact: ${quote(written)} has a digest, but the digest follows from the content; write a tag instead`,
    );
  }
  if (tag === undefined) throw new InputError(`artifact: ${quote(written)} has no tag, expected ${written}:<tag>`);
  return { ...name, tag };
}

/** A target is one segment of doco-cd's webhook path and part of a file name (doco-cd handler_webhook.go). */
function parseTarget(target: string): string {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(target)) {
    throw new InputError(
      `target: ${quote(target)} is not allowed, expected letters, digits, "_", "-" and ".", as in .doco-cd.<target>.yaml`,
    );
  }
  return target;
}

/**
 * The levels that docker buildx takes before a key, and docker/metadata-action always writes: `manifest:key`,
 * `manifest,manifest-descriptor:key` (github.com/docker/buildx docs/reference/buildx_build.md, --annotation).
 */
const LEVEL = String.raw`(?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?`;
const LEVELS = new RegExp(`^(${LEVEL}(?:,${LEVEL})*):`);

function parseAnnotations(written: readonly string[]): ReadonlyMap<string, string> {
  const annotations = new Map<string, string>();
  const { attempt, throwIfAny } = collectProblems();
  for (const line of written) {
    attempt(() => {
      const [key, value] = parseAnnotation(line);
      if (annotations.has(key)) throw new InputError(`annotations: ${quote(key)} is given twice`);
      annotations.set(key, value);
    });
  }
  throwIfAny();
  return annotations;
}

function parseAnnotation(line: string): readonly [key: string, value: string] {
  const [prefix = '', levels = 'manifest'] = LEVELS.exec(line) ?? [];
  if (!levels.split(',').includes('manifest')) {
    throw new InputError(
      `annotations: ${quote(line)} is for the level ${quote(levels)}, but an artifact has only a manifest; write manifest: before the key, or leave the line out`,
    );
  }
  const equals = line.indexOf('=');
  const key = line.slice(prefix.length, Math.max(equals, 0)).trim();
  if (key === '' || /\s/.test(key)) throw new InputError(`annotations: ${quote(line)} is not of the form key=value`);
  return [key, line.slice(equals + 1).trim()];
}
