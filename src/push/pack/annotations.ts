import { InputError } from '../../util/errors.ts';
import { quote } from '../../util/text.ts';

const STANDARD = 'org.opencontainers.image.';
/** The last second of the year 9999, after which there is no RFC 3339 time. */
const LATEST = 253_402_300_799;

/**
 * The time in SOURCE_DATE_EPOCH (reproducible-builds.org), or undefined when it is not set.
 * @throws InputError when it is not a number of seconds.
 */
export function sourceDate(environment: NodeJS.ProcessEnv): Date | undefined {
  const text = environment.SOURCE_DATE_EPOCH?.trim() ?? '';
  if (text === '') return undefined;
  const date = dateOfEpoch(text);
  if (date !== undefined) return date;
  throw new InputError(`SOURCE_DATE_EPOCH: ${quote(text)} is not allowed, expected whole seconds since 1970`);
}

/**
 * The time so many whole seconds after 1970, or undefined when `seconds` is no such number, or there is no RFC 3339
 * time then.
 */
export function dateOfEpoch(seconds: string): Date | undefined {
  return /^\d{1,12}$/.test(seconds) && Number(seconds) <= LATEST ? new Date(Number(seconds) * 1000) : undefined;
}

/**
 * The annotations of the manifest, sorted: source, revision, created and title as the OCI image-spec names them, where
 * they are known, and the user's on top. An empty value removes an annotation.
 */
export function buildAnnotations(
  environment: NodeJS.ProcessEnv,
  {
    created,
    title,
    own,
  }: { readonly created: Date; readonly title: string; readonly own: ReadonlyMap<string, string> },
): Readonly<Record<string, string>> {
  const {
    GITHUB_SERVER_URL: server = 'https://github.com',
    GITHUB_REPOSITORY: repository,
    GITHUB_SHA: revision,
  } = environment;
  const annotations = new Map([
    [`${STANDARD}created`, created.toISOString().replace('.000Z', 'Z')],
    [`${STANDARD}revision`, revision ?? ''],
    [`${STANDARD}source`, repository ? `${server}/${repository}` : ''],
    [`${STANDARD}title`, title],
    ...own,
  ]);
  return Object.fromEntries([...annotations].filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
}
