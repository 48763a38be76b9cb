import type { RetryLimits } from '../delivery/retry.ts';
import type { Endpoint } from '../delivery/types.ts';
import { RECEIVERS } from '../events/index.ts';
import { json } from '../events/json.ts';
import type { TlsInputs } from '../http/tls.ts';
import type { Receiver } from '../receivers/types.ts';
import { InputError } from '../util/errors.ts';
import { quote } from '../util/text.ts';
import { type ArtifactInputs, readArtifacts } from './artifacts.ts';
import { buildEndpoints, parseSecrets, parseUrls } from './endpoints.ts';
import { parseApiKeys, parseHeaders, parseSignatureHeader } from './headers.ts';
import { parseAudience } from './oidc.ts';
import { allLines, flag, integer, lines, optional, pem, raw, refuseEmptyLine, seconds, text } from './parse.ts';
import { collectProblems, type Reading } from './problems.ts';
import { inputWarnings } from './warnings.ts';

/** Everything that the workflow set, validated. */
export type Inputs = ArtifactInputs &
  EndpointInputs & {
    readonly format: Receiver;
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
  readonly signatureHeader: string;
  /** Audience of the ID token that authorizes all requests. Missing when none is sent. */
  readonly oidcAudience?: string | undefined;
};

/** Where the format is wrong, the other inputs are still checked, as far as they do not depend on it. */
const ANY_RECEIVER: Receiver = { ...json, endpointUrl: (url) => url };

/** The receiver that the `format` input names. Undefined when there is none of that name. */
export function findReceiver(environment: NodeJS.ProcessEnv): Receiver | undefined {
  return RECEIVERS.get(formatName(environment));
}

function formatName(environment: NodeJS.ProcessEnv): string {
  return text(environment, 'format') || 'doco-cd';
}

/**
 * Reads and validates all inputs. Nothing falls back silently: an empty input has its documented default, any other value is
 * used or refused.
 * @throws InputError that names every wrong input, what was found and what is allowed, one line each.
 */
export function readInputs(environment: NodeJS.ProcessEnv): Inputs {
  const reading: Reading = { ...collectProblems(), environment, input: (name) => text(environment, name) };
  const { attempt, input } = reading;
  const isOn = (name: string) => attempt(() => flag(input(name), name)) ?? false;
  const format = attempt(() => knownReceiver(environment));
  const dryRun = isOn('dry-run');
  const endpoints = readEndpoints(reading, format ?? ANY_RECEIVER, dryRun);
  const artifacts = readArtifacts(reading, isOn);
  const wait = readWait(reading, { format, isOn: isOn('wait') });
  const limits = readLimits(reading);
  const tls = { skipTlsVerification: isOn('skip-tls-verification'), ...readTls(reading) };
  reading.throwIfAny();
  if (format === undefined) throw new Error('a problem was not reported');
  return {
    ...endpoints,
    ...artifacts,
    format,
    dryRun,
    wait,
    limits,
    tls,
    warnings: inputWarnings(endpoints.endpoints, { format, ...tls, ...endpoints }),
    notices: wait === undefined ? unusedForWait(input) : [],
  };
}

function knownReceiver(environment: NodeJS.ProcessEnv): Receiver {
  const receiver = findReceiver(environment);
  if (receiver !== undefined) return receiver;
  throw new InputError(
    `format: ${quote(formatName(environment))} is not allowed, expected ${[...RECEIVERS.keys()].join(', ')} (for Kargo: github or docker-hub)`,
  );
}

function readEndpoints({ attempt, environment, input }: Reading, format: Receiver, dryRun: boolean): EndpointInputs {
  const signatureHeader =
    attempt(() => parseSignatureHeader(input('signature-header'), format)) ?? format.signatureHeader;
  const urlLines = lines(input('url'));
  const isNeeded = !dryRun || urlLines.length > 0;
  const urls = attempt(() => {
    if (urlLines.length > 0) refuseEmptyLine(raw(environment, 'url'), 'url');
    return isNeeded ? parseUrls(urlLines, format, input('target') || undefined) : [];
  });
  // Secrets and keys can be checked although a URL is wrong: there are as many as lines.
  const count = urlLines.length;
  const secrets = attempt(() => readSecrets(raw(environment, 'secret'), { count, format, dryRun }));
  attempt(() => {
    if (input('signature-header') !== '' && secrets?.length === 0 && !dryRun) {
      throw new InputError('signature-header: secret is empty, so nothing would be signed; set secret, or remove it');
    }
  });
  const apiKeys = attempt(() => (count === 0 ? [] : parseApiKeys(raw(environment, 'api-key'), count)));
  const headers = attempt(() => parseHeaders(allLines(raw(environment, 'headers')), signatureHeader, format));
  const endpoints = attempt(() =>
    buildEndpoints(urls ?? [], { secrets: secrets ?? [], apiKeys: apiKeys ?? [], headers: headers ?? {} }),
  );
  const oidcAudience = attempt(() =>
    parseAudience(input('oidc-audience'), dryRun ? [] : (endpoints ?? []), environment),
  );
  return { signatureHeader, oidcAudience, endpoints: endpoints ?? [] };
}

type SecretOptions = { readonly count: number; readonly format: Receiver; readonly dryRun: boolean };

function readSecrets(value: string, { count, format, dryRun }: SecretOptions): readonly string[] {
  const secrets = count === 0 && value.trim() === '' ? [] : parseSecrets(value, Math.max(count, 1));
  if (format.secretRequired && secrets.length === 0 && !dryRun) {
    throw new InputError(
      'secret is empty: set it to the key that the receiver checks signatures with, or set format if that is not doco-cd. If it comes from a secret, that secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on',
    );
  }
  return secrets;
}

function readLimits({ attempt, input }: Reading): Inputs['limits'] {
  const limit = (name: string, standard: string, range: { least: number; most: number }) =>
    attempt(() => seconds(input(name) || standard, name, range)) ?? 0;
  return {
    retries: attempt(() => optional(input('retries'), (value) => integer(value, 'retries', 5_000))),
    timeoutMs: limit('timeout', '15', { least: 0.001, most: 3600 }),
    deadlineMs: limit('deadline', '120', { least: 0, most: 21_600 }),
  };
}

function readWait(
  { attempt, input }: Reading,
  { format, isOn }: { readonly format: Receiver | undefined; readonly isOn: boolean },
): Inputs['wait'] {
  const range = { least: 0.001, most: 21_600 };
  const timeoutMs = attempt(() => seconds(input('wait-timeout') || '600', 'wait-timeout', range));
  if (!isOn || timeoutMs === undefined) return undefined;
  return attempt(() => {
    if (format !== undefined && format.tracker === undefined) {
      throw new InputError(
        `wait: with format ${input('format')} the receiver does not report how a deployment ends; remove wait`,
      );
    }
    return { timeoutMs };
  });
}

/** Inputs that have no effect without `wait`. They may well be set where `wait` is an expression. */
function unusedForWait(input: (name: string) => string): readonly string[] {
  const isSet = { 'api-key': input('api-key') !== '', 'wait-timeout': !['', '600'].includes(input('wait-timeout')) };
  const unused = Object.entries(isSet).flatMap(([name, isUsed]) => (isUsed ? [name] : []));
  return unused.map((name) => `${name} has no effect without wait: true`);
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
