import { at, isObject, type JsonObject } from '../../util/json.ts';
import { quote } from '../../util/text.ts';
import { type Contents, pathIn } from './contents.ts';
import { parseDocuments } from './yaml.ts';

/**
 * What compose files refer to and the artifact lacks. Only a guess, so only for warnings: variables, profiles and overriding
 * files are not looked at. Source: compose-spec, and compose-go paths/resolve.go for what is relative to what.
 */

/** Something that a compose file refers to, and what for. */
type Reference = { readonly key: string; readonly file: string; readonly kind: 'file' | 'directory' | 'either' };

/** The warnings about the compose file at `path` of a project in `directory`, and about those that it includes. */
export function missingReferences(path: string, directory: string, contents: Contents): readonly string[] {
  const seen = new Set<string>();
  const warnings: string[] = [];

  function visit(path: string, directory: string): void {
    if (seen.has(path)) return;
    seen.add(path);
    for (const document of parseDocuments(contents.read(path) ?? '')) {
      if (document.kind === 'broken') warnings.push(`${path}: ${document.problem}`);
      else if (isObject(document.value)) visitProject(document.value, path, directory);
    }
  }

  function visitProject(project: JsonObject, path: string, directory: string): void {
    for (const { key, file, kind } of referencesOf(project)) {
      const place = pathIn(directory, file);
      if (!isRelative(file) || isThere(place, kind, contents)) continue;
      warnings.push(`${path}: ${key}: ${quote(place)} is not in the artifact`);
    }
    for (const item of listOf(project.include)) {
      const [main, ...others] = listOf(isObject(item) ? item.path : item).filter(isText);
      if (main === undefined) continue;
      const own = isObject(item) ? item.project_directory : undefined;
      const inside = isText(own) ? pathIn(directory, own) : pathIn(directory, `${main}/..`);
      for (const file of [main, ...others]) {
        if (isRelative(file) && contents.files.has(pathIn(directory, file))) visit(pathIn(directory, file), inside);
      }
    }
  }

  visit(path, directory);
  return warnings;
}

function* referencesOf(project: JsonObject): Generator<Reference> {
  for (const item of listOf(project.include)) {
    const { path, env_file: envFile } = isObject(item) ? item : { path: item, env_file: undefined };
    for (const file of listOf(path).filter(isText)) yield { key: 'include', file, kind: 'file' };
    for (const file of listOf(envFile).filter(isText)) yield { key: 'include.env_file', file, kind: 'file' };
  }
  for (const section of ['configs', 'secrets']) {
    for (const [name, value] of entriesOf(project[section])) {
      const file = at(value, 'file');
      if (isText(file)) yield { key: `${section}.${name}`, file, kind: 'either' };
    }
  }
  for (const [name, volume] of entriesOf(project.volumes)) {
    const options = at(volume, 'driver_opts');
    const device = at(options, 'device');
    if (at(volume, 'driver') === 'local' && at(options, 'o') === 'bind' && isText(device))
      yield { key: `volumes.${name}`, file: device, kind: 'either' };
  }
  for (const [name, service] of entriesOf(project.services)) {
    if (isObject(service)) yield* referencesOfService(`services.${name}`, service);
  }
}

function* referencesOfService(name: string, service: JsonObject): Generator<Reference> {
  for (const item of listOf(service.env_file)) {
    const file = isObject(item) ? item.path : item;
    const isOptional = isObject(item) && item.required === false;
    if (isText(file) && !isOptional) yield { key: `${name}.env_file`, file, kind: 'file' };
  }
  for (const file of listOf(service.label_file).filter(isText)) yield { key: `${name}.label_file`, file, kind: 'file' };
  const base = at(service.extends, 'file');
  if (isText(base)) yield { key: `${name}.extends`, file: base, kind: 'file' };
  for (const volume of listOf(service.volumes)) {
    const file = isObject(volume) ? volume.type === 'bind' && volume.source : bindSource(volume);
    if (isText(file)) yield { key: `${name}.volumes`, file, kind: 'either' };
  }
  yield* referencesOfBuild(name, service.build);
}

function* referencesOfBuild(name: string, build: unknown): Generator<Reference> {
  if (build === undefined || build === null) return;
  const context = isObject(build) ? (build.context ?? '.') : build;
  if (!isText(context)) return;
  yield { key: `${name}.build`, file: context, kind: 'directory' };
  for (const [other, file] of pairsOf(at(build, 'additional_contexts'))) {
    // Other services and images have a scheme: service:base, docker-image://alpine.
    if (!/^[a-z][a-z-]+:/.test(file))
      yield { key: `${name}.build.additional_contexts.${other}`, file, kind: 'directory' };
  }
  if (isObject(build) && build.dockerfile_inline !== undefined) return;
  const dockerfile = at(build, 'dockerfile') ?? 'Dockerfile';
  if (!isText(dockerfile) || !isRelative(context) || !isRelative(dockerfile)) return;
  yield { key: `${name}.build.dockerfile`, file: pathIn(context, dockerfile), kind: 'file' };
}

/** The directory or file on the host in `SOURCE:TARGET:MODE`. Other sources are names of volumes. */
function bindSource(volume: unknown): string | undefined {
  return isText(volume) ? /^(\.[^:]*):/.exec(volume)?.[1] : undefined;
}

/** Neither absolute, nor in a home directory, nor a URL, nor known only when variables have values. */
function isRelative(file: string): boolean {
  return file !== '' && !/^[/~\\]|^[A-Za-z]:\\|\$|:\/\/|^[\w.-]+@|^github\.com\//.test(file);
}

function isThere(path: string, kind: Reference['kind'], { files, directories }: Contents): boolean {
  return (kind !== 'directory' && files.has(path)) || (kind !== 'file' && directories.has(path));
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Texts by name, also where they are written as a list of `name=text`. */
function pairsOf(value: unknown): readonly (readonly [string, string])[] {
  const pairs = isObject(value)
    ? Object.entries(value)
    : listOf(value)
        .filter(isText)
        .map((item) => [item.split('=', 1)[0] ?? '', item.replace(/^[^=]*=?/, '')] as const);
  return pairs.flatMap(([name, text]) => (isText(text) ? [[name, text] as const] : []));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
