import { isObject, type JsonObject, kindOf } from '../../util/json.ts';
import { quote } from '../../util/text.ts';

/**
 * The types that doco-cd 0.110 expects of the keys of a deployment. It reads YAML into Go structs (internal/config/deploy,
 * go.yaml.in/yaml/v3): one value of a wrong type and the whole file is refused. Keys it does not know are ignored.
 */

type Check = (value: unknown, key: string, problem: (text: string) => void) => void;

/** Go takes every scalar as text. */
const text = expecting('text', (value) => isScalar(value));
/** YAML 1.1's words too, even in quotes; but not "true" in quotes. */
const flag = expecting('true or false', (value) => typeof value === 'boolean' || isFlagWord(value));
const number = expecting('a number', (value) => typeof value === 'number' && Math.abs(value) < 2 ** 63);
const count = expecting('a number from 0', (value) => typeof value === 'number' && value >= 0 && value < 2 ** 63);
const list = expecting('a list of names', (value) => Array.isArray(value) && value.every(isScalar));
const map = expecting('keys and values', isObject);
const texts = expecting('keys with texts', (value) => isObject(value) && Object.values(value).every(isScalar));

const FIELDS: Readonly<Record<string, Check>> = {
  name: text,
  source: text,
  version: text,
  repository_url: text,
  webhook_filter: text,
  reference: text,
  working_dir: text,
  compose_files: list,
  environment: texts,
  env_files: list,
  remove_orphans: flag,
  prune_images: flag,
  wait_running_jobs: flag,
  force_recreate: flag,
  force_image_pull: flag,
  timeout: number,
  git_depth: count,
  profiles: list,
  external_secrets: map,
  oci: map,
  build: section({ args: texts, force_image_pull: flag, quiet: flag, no_cache: flag }),
  destroy: flagOr(section({ enabled: flag, remove_volumes: flag, remove_images: flag, remove_dir: flag })),
  auto_discovery: flagOr(
    section({ enabled: flag, depth: count, delete: flag, remove_volumes: flag, remove_images: flag }),
  ),
  reconciliation: flagOr(
    section({
      enabled: flag,
      events: list,
      restart_timeout: count,
      restart_signal: text,
      restart_limit: count,
      restart_window: count,
    }),
  ),
};

/** Reports every value of `deployment` that doco-cd cannot read. */
export function validateFields(deployment: JsonObject, problem: (text: string) => void): void {
  checkEach(FIELDS, deployment, { prefix: '', problem });
}

/** Whether `value`, which {@link validateFields} accepts as a flag, means true. */
export function isOn(value: unknown): boolean {
  return value === true || (isFlagWord(value) && /^(?:y|yes|on)$/i.test(value));
}

function checkEach(
  fields: Readonly<Record<string, Check>>,
  values: JsonObject,
  { prefix, problem }: { readonly prefix: string; readonly problem: (text: string) => void },
): void {
  for (const [key, check] of Object.entries(fields)) check(values[key], `${prefix}${key}`, problem);
}

function section(fields: Readonly<Record<string, Check>>): Check {
  return (value, key, problem) => {
    map(value, key, problem);
    if (isObject(value)) checkEach(fields, value, { prefix: `${key}.`, problem });
  };
}

function flagOr(other: Check): Check {
  return (value, key, problem) => (isObject(value) ? other : flag)(value, key, problem);
}

/** An absent or empty value leaves the default. */
function expecting(expected: string, isExpected: (value: unknown) => boolean): Check {
  return (value, key, problem) => {
    if (value === undefined || value === null || isExpected(value)) return;
    problem(`${key} must be ${expected}, found ${describe(value)}`);
  };
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `the text ${quote(value)}`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : isObject(value) ? 'keys and values' : kindOf(value);
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}

function isFlagWord(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[yYnN]|[yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF)$/.test(value);
}
