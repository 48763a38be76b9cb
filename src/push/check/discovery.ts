import { isObject, type JsonObject } from '../../util/json.ts';
import { type Contents, pathIn } from './contents.ts';
import { isOn } from './fields.ts';

/** The stacks that doco-cd finds by itself. Source: doco-cd internal/config/deploy/auto_discovery.go, internal/filesystem. */

/** Files of these names beside a compose file change the deployment of that stack. */
export const NESTED_NAMES = ['.doco-cd.yaml', '.doco-cd.yml'];
const IGNORED_DIRECTORIES = new Set(['.git', '.github', '.vscode', '.idea', 'node_modules']);
/** What a nested configuration may say, among that which is checked. */
const OVERRIDABLE = ['name', 'webhook_filter', 'working_dir', 'compose_files', 'env_files'];

/** Whether `deployment` only says where stacks are to be found. */
export function isDiscovering({ auto_discovery: value }: JsonObject): boolean {
  return isOn(isObject(value) ? value.enabled : value);
}

/**
 * The directories below `root` in which doco-cd finds one of `composeFiles`, itself included: not deeper than `depth` of the
 * deployment, and not in directories of tools.
 */
export function discover(
  { auto_discovery: value }: JsonObject,
  { root, composeFiles }: { readonly root: string; readonly composeFiles: readonly string[] },
  { directories, files }: Contents,
): readonly string[] {
  const depth = isObject(value) && typeof value.depth === 'number' ? Math.trunc(value.depth) : 0;
  return [...directories].filter((directory) => {
    const below = stepsBelow(root, directory);
    if (below === undefined || (depth > 0 && below.length > depth)) return false;
    if (below.some((name) => IGNORED_DIRECTORIES.has(name))) return false;
    return composeFiles.some((file) => !file.includes('/') && files.has(pathIn(directory, file)));
  });
}

/** The deployment of the stack in `directory`: named after it, and changed by its own configuration. */
export function stackIn(
  directory: string,
  deployment: JsonObject,
  { nested, repository }: { readonly nested: JsonObject; readonly repository: string },
): JsonObject {
  // doco-cd unpacks the artifact into a directory with the name of its repository.
  const name = directory === '.' ? repository : directory.slice(directory.lastIndexOf('/') + 1);
  const own = OVERRIDABLE.map((key) => [key, nested[key]]).filter(([, value]) => !isZero(value));
  return {
    ...deployment,
    auto_discovery: undefined,
    name: name === repository && !isZero(deployment.name) ? deployment.name : name,
    working_dir: directory,
    ...Object.fromEntries(own),
  };
}

/** The names of the directories on the way from `root` down to `directory`. Undefined when it is not below. */
function stepsBelow(root: string, directory: string): readonly string[] | undefined {
  if (directory === root) return [];
  const inside = root === '.' ? directory : directory.startsWith(`${root}/`) && directory.slice(root.length + 1);
  return inside ? inside.split('/') : undefined;
}

/** Go's zero values, which a nested configuration cannot set. */
function isZero(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
