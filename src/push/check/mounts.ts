import { at, isObject } from '../../util/json.ts';
import { quote } from '../../util/text.ts';
import { type Contents, pathIn } from './contents.ts';
import { parseDocuments } from './yaml.ts';

/**
 * The files of the artifact that containers get from the host, by `volumes`, `configs` or `secrets` (compose-spec).
 * doco-cd unpacks an artifact anew with every message, and recreates no container because of a file: so these go wrong
 * unless the compose file changes with the commit. Variables, other files that a compose file refers to and profiles
 * are not looked at.
 */

type Mounted = { readonly key: string; readonly source: string };

/**
 * A warning for each mount of the compose file `path`, in a project in `directory`, whose source is in the artifact.
 */
export function mountWarnings(path: string, directory: string, contents: Contents): readonly string[] {
  const projects = parseDocuments(contents.read(path) ?? '').flatMap((document) =>
    document.kind === 'read' ? [document.value] : [],
  );
  return projects.flatMap((project) =>
    [...mountsOf(project)].flatMap(({ key, source }) => {
      const place = pathIn(directory, source);
      if (contents.files.has(place)) return [`${path}: ${key}: ${describe(place, false)}`];
      return place !== '.' && contents.directories.has(place) ? [`${path}: ${key}: ${describe(place, true)}`] : [];
    }),
  );
}

function describe(place: string, isDirectory: boolean): string {
  const why = isDirectory
    ? 'a later message empties it for the containers that run, and changed files do not reach them'
    : 'a later version of it does not reach the containers that run';
  return `${quote(place)} comes from the artifact: ${why}. Use a label that changes with the commit, or put it into the image`;
}

function* mountsOf(project: unknown): Generator<Mounted> {
  for (const section of ['configs', 'secrets']) {
    for (const [name, value] of entriesOf(at(project, section)))
      yield* mounted(`${section}.${name}`, at(value, 'file'));
  }
  for (const [name, volume] of entriesOf(at(project, 'volumes'))) {
    if (at(volume, 'driver_opts', 'o') === 'bind')
      yield* mounted(`volumes.${name}`, at(volume, 'driver_opts', 'device'));
  }
  for (const [name, service] of entriesOf(at(project, 'services'))) {
    const volumes = at(service, 'volumes');
    for (const volume of Array.isArray(volumes) ? volumes : []) {
      const isBind = at(volume, 'type') === 'bind';
      // SOURCE:TARGET:MODE. Sources that do not begin with a dot are names of volumes, or outside of the artifact.
      const source = typeof volume === 'string' ? /^(\.[^:]*):/.exec(volume)?.[1] : isBind && at(volume, 'source');
      yield* mounted(`services.${name}.volumes`, source);
    }
  }
}

function* mounted(key: string, source: unknown): Generator<Mounted> {
  if (typeof source === 'string' && !/^(?:[/~]|$)/.test(source)) yield { key, source };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}
