import type { RetryLimits } from '../delivery/retry.ts';
import type { Endpoint } from '../delivery/types.ts';
import type { TlsInputs } from '../http/tls.ts';
import type { Receiver } from '../receivers/types.ts';
import { InputError } from '../util/errors.ts';
import { type ArtifactInputs, readArtifacts } from './artifacts.ts';
import { buildEndpoints, parseSecrets, parseUrls } from './endpoints.ts';
import { parseApiKeys, parseHeaders, parseSignatureHeader } from './headers.ts';
import { parseAudience, withToken } from './oidc.ts';
import {
  allLines,
  DROPPED_OUTPUT,
  duration,
  flag,
  integer,
  lines,
  optional,
  pem,
  raw,
  refuseEmptyLine,
  text,
  UNSET_SECRET,
} from './parse.ts';
import { collectProblems, type Reading } from './problems.ts';
import { refuseParts } from './references.ts';
import { inputWarnings } from './warnings.ts';

/** Everything that the workflow set, validated. */
export type Inputs = ArtifactInputs &
  EndpointInputs & {
    /** Who reads the messages: one for each endpoint, or one without endpoints. */
    readonly receivers: readonly Receiver[];
    readonly dryRun: boolean;
    /** Present when the step waits for the deployments. */
    readonly wait?: { readonly timeoutMs: number } | undefined;
    readonly limits: RetryLimits & { readonly timeoutMs: number };
    readonly tls: TlsInputs & { readonly skipTlsVerification: boolean };
    /** Warnings: what is allowed but unwise. */
    readonly warnings: readonly string[];
    /** Notices: what has no effect. */
    readonly notices: readonly string[];
  };

/** Where messages go. */
type EndpointInputs = {
  /** Empty only in a dry run. */
  readonly endpoints: readonly Endpoint[];
  /** Header that carries the signature, where it is not the receiver's own. */
  readonly signatureHeader?: string | undefined;
  /** Audience of the ID token that authorizes all requests. Missing when none is sent. */
  readonly oidcAudience?: string | undefined;
};

/** The receivers of the messages, and what is wrong with the choice. */
type ChosenReceivers = { readonly receivers: readonly Receiver[]; readonly problems: readonly string[] };

/** The `receiver` input and the lines of the `url` input. */
export function readReceiver(environment: NodeJS.ProcessEnv): {
  readonly name: string;
  readonly urls: readonly string[];
} {
  return { name: text(environment, 'receiver'), urls: lines(text(environment, 'url')) };
}

/**
 * Reads and validates all inputs. Nothing falls back silently: an empty input has its documented default, any other
 * value is used or refused.
 * @throws InputError that names every wrong input, what was found and what is allowed, one line each.
 */
export function readInputs(environment: NodeJS.ProcessEnv, { receivers, problems }: ChosenReceivers): Inputs {
  const reading: Reading = { ...collectProblems(), environment, input: (name) => text(environment, name) };
  const { attempt, input } = reading;
  const isOn = (name: string) => attempt(() => flag(input(name), name)) ?? false;
  for (const problem of problems) {
    attempt(() => {
      throw new InputError(problem);
    });
  }
  const dryRun = isOn('dry-run');
  const endpoints = readEndpoints(reading, receivers, dryRun);
  const artifacts = readArtifacts(reading, isOn);
  attempt(() => refuseParts(artifacts.artifacts, receivers));
  const wait = readWait(reading, receivers);
  const limits = readLimits(reading);
  const tls = { skipTlsVerification: isOn('skip-tls-verification'), ...readTls(reading) };
  reading.throwIfAny();
  return {
    ...endpoints,
    ...artifacts,
    receivers,
    dryRun,
    wait,
    limits,
    tls,
    warnings: inputWarnings(endpoints.endpoints, { ...tls, ...endpoints }),
    notices: wait === undefined ? unusedForWait(input) : [],
  };
}

function readEndpoints(
  { attempt, environment, input }: Reading,
  receivers: readonly Receiver[],
  dryRun: boolean,
): EndpointInputs {
  const urlLines = lines(input('url'));
  const isNeeded = !dryRun || urlLines.length > 0;
  const urls = attempt(() => {
    if (urlLines.length > 0) refuseEmptyLine(raw(environment, 'url'), 'url');
    return isNeeded ? parseUrls(urlLines, receivers, input('target') || undefined) : [];
  });
  const places = (urls ?? []).flatMap((url, index) => {
    const receiver = receivers[index];
    return receiver === undefined ? [] : { receiver, url };
  });
  const signatureHeader = attempt(() => parseSignatureHeader(input('signature-header'), places));
  // Secrets and keys can be checked although a URL is wrong: there are as many as lines.
  const count = urlLines.length;
  const secrets = attempt(() => readSecrets(raw(environment, 'secret'), { count, receivers, dryRun }));
  attempt(() => {
    if (input('signature-header') !== '' && secrets?.length === 0 && !dryRun) {
      throw new InputError('signature-header: secret is empty, so nothing would be signed; set secret, or remove it');
    }
  });
  const apiKeys = attempt(() => (count === 0 ? [] : parseApiKeys(raw(environment, 'api-key'), count)));
  const headers = attempt(() => parseHeaders(allLines(raw(environment, 'headers')), signatureHeader, places));
  const endpoints = attempt(() =>
    buildEndpoints(urls ?? [], {
      receivers,
      secrets: secrets ?? [],
      apiKeys: apiKeys ?? [],
      headers: headers ?? {},
      signatureHeader,
    }),
  );
  const oidcAudience = attempt(() =>
    parseAudience(input('oidc-audience'), dryRun ? [] : (endpoints ?? []), environment),
  );
  const sent = oidcAudience === undefined ? endpoints : endpoints?.map(withToken);
  return { signatureHeader, oidcAudience, endpoints: sent ?? [] };
}

type SecretOptions = { readonly count: number; readonly receivers: readonly Receiver[]; readonly dryRun: boolean };

function readSecrets(value: string, { count, receivers, dryRun }: SecretOptions): readonly string[] {
  const secrets = count === 0 && value.trim() === '' ? [] : parseSecrets(value, Math.max(count, 1));
  const needing = receivers.find(({ wire }) => wire.secretRequired);
  if (needing !== undefined && secrets.length === 0 && !dryRun) {
    throw new InputError(
      `secret is empty: ${needing.title} takes no message without it; set it, or set receiver if that is not who receives. ${UNSET_SECRET}. ${DROPPED_OUTPUT}`,
    );
  }
  return secrets;
}

/** The deadline ends them long before. */
const MOST_RETRIES = 5_000;

function readLimits({ attempt, input }: Reading): Inputs['limits'] {
  const limit = (name: string, standard: string, range: { least: number; most: number }) =>
    attempt(() => duration(input(name) || standard, name, range)) ?? 0;
  return {
    retries: attempt(() => optional(input('retries'), (value) => integer(value, 'retries', MOST_RETRIES))),
    timeoutMs: limit('timeout', '15', { least: 0.001, most: 3600 }),
    deadlineMs: limit('deadline', '120', { least: 0, most: 21_600 }),
  };
}

/** On where the user says so, or has given a key for a receiver that can be asked. */
function readWait({ attempt, input }: Reading, receivers: readonly Receiver[]): Inputs['wait'] {
  const range = { least: 0.001, most: 21_600 };
  const timeoutMs = attempt(() => duration(input('wait-timeout') || '600', 'wait-timeout', range));
  const wanted = attempt(() => optional(input('wait'), (value) => flag(value, 'wait')));
  const silent = receivers.find(({ tracker }) => tracker === undefined);
  const canAsk = input('api-key') !== '' && receivers.some(({ tracker }) => tracker !== undefined);
  if (timeoutMs === undefined || !(wanted ?? canAsk)) return undefined;
  return attempt(() => {
    if (wanted === true && silent !== undefined) {
      throw new InputError(`wait: ${silent.title} does not report how a deployment ends; remove wait`);
    }
    return { timeoutMs };
  });
}

/** Inputs that have no effect where the step does not wait. They may well be set where `wait` is an expression. */
function unusedForWait(input: (name: string) => string): readonly string[] {
  const isSet = { 'api-key': input('api-key') !== '', 'wait-timeout': !['', '600'].includes(input('wait-timeout')) };
  const unused = Object.entries(isSet).flatMap(([name, isUsed]) => (isUsed ? [name] : []));
  return unused.map((name) => `${name} has no effect: this step does not wait for a deployment`);
}

function readTls({ attempt, input }: Reading): TlsInputs {
  const [clientCertificate, clientKey] = [input('client-certificate'), input('client-key')];
  attempt(() => {
    if ((clientCertificate === '') === (clientKey === '')) return;
    const [given, missing] =
      clientKey === '' ? ['client-certificate', 'client-key'] : ['client-key', 'client-certificate'];
    throw new InputError(`${missing} is empty but ${given} is set; they are needed together`);
  });
  const read = (value: string, name: string, kind: string) =>
    attempt(() => optional(value, (given) => pem(given, name, kind)));
  return {
    caCertificate: read(input('ca-certificate'), 'ca-certificate', 'CERTIFICATE'),
    clientCertificate: read(clientCertificate, 'client-certificate', 'CERTIFICATE'),
    clientKey: read(clientKey, 'client-key', 'PRIVATE KEY'),
  };
}
