import type { ReferenceStyle } from './artifact.ts';
import { buildEndpoints, type Endpoint, parseSecrets, parseUrls } from './endpoint.ts';
import type { Target } from './formats/format.ts';
import { TARGETS } from './formats.ts';
import { InputError } from './input-error.ts';
import {
  choice,
  type Environment,
  flag,
  integer,
  lines,
  optional,
  pem,
  raw,
  refuseEmptyLine,
  seconds,
  text,
} from './input-values.ts';
import { parseDigest, parseHost, quote } from './reference.ts';
import type { RetryLimits } from './retry.ts';
import { warningsFor } from './warnings.ts';

/** Everything the workflow said, validated. */
export type Inputs = {
  readonly format: Target;
  /** Empty only in a dry run. */
  readonly endpoints: readonly Endpoint[];
  readonly signatureHeader: string;
  /** References the user wrote; empty when the event says what was published. */
  readonly references: readonly string[];
  /** An event as JSON, or `@path` of a file that holds it; empty when the triggering event counts. */
  readonly event: string;
  readonly digest?: string;
  readonly registry?: string;
  readonly filter: readonly string[];
  /** Token for the Packages API, which is asked for all tags of what was published; absent when it is not to be asked. */
  readonly allTags?: { readonly token: string };
  readonly untagged: 'skip' | 'send';
  readonly style?: ReferenceStyle;
  readonly verify: boolean;
  readonly dryRun: boolean;
  /** Present when the step waits for the deployments. */
  readonly wait?: { readonly timeoutMs: number };
  readonly limits: RetryLimits & { readonly timeoutMs: number };
  readonly tls: {
    readonly caCertificate?: string;
    readonly clientCertificate?: string;
    readonly clientKey?: string;
    readonly skipTlsVerification: boolean;
  };
  /** What is allowed but unwise. */
  readonly warnings: readonly string[];
};

/** The value of the `format` input. */
export function formatName(environment: Environment): string {
  return text(environment, 'format') || 'doco-cd';
}

/**
 * Reads and validates all inputs; `format` is what the input of that name stands for, undefined when it is unknown.
 * Nothing falls back silently: an empty input has its documented default, any other value is used or refused.
 * @throws InputError that names the input, what was found and what is allowed.
 */
export async function readInputs(environment: Environment, format: Target | undefined): Promise<Inputs> {
  const input = (name: string) => text(environment, name);
  if (format === undefined) {
    throw new InputError(
      `format: ${quote(formatName(environment))} is not allowed, expected ${[...TARGETS.keys()].join(', ')} (Kargo reads docker-hub)`,
    );
  }
  const dryRun = flag(input('dry-run'), 'dry-run');
  const headerInputs = ['signature-header', 'headers', 'api-key'];
  const header = headerInputs.some((name) => input(name) !== '') ? await import('./headers.ts') : undefined;
  const signatureHeader = header?.parseSignatureHeader(input('signature-header'), format) ?? format.signatureHeader;
  const urlLines = lines(input('url'));
  if (urlLines.length > 0) refuseEmptyLine(raw(environment, 'url'), 'url');
  const urls = dryRun && urlLines.length === 0 ? [] : parseUrls(urlLines, format, input('target') || undefined);
  const secrets = urls.length === 0 ? [] : parseSecrets(raw(environment, 'secret'), urls.length);
  if (format.secretRequired && secrets.length === 0 && !dryRun) {
    throw new InputError(
      'secret is empty: set it to the key that the receiver checks signatures with, or set format if that is not doco-cd. If it comes from a secret, that secret is not set here: pull requests from forks and Dependabot get none, and a reusable workflow only what is passed on',
    );
  }
  if (input('signature-header') !== '' && secrets.length === 0 && !dryRun) {
    throw new InputError('signature-header: secret is empty, so nothing would be signed; set secret, or remove it');
  }
  const wait = readWait(input, format);
  const apiKeys = header && urls.length > 0 ? header.parseApiKeys(raw(environment, 'api-key'), urls.length) : [];
  const headers = header?.parseHeaders(lines(input('headers')), signatureHeader) ?? {};
  const endpoints = buildEndpoints(urls, { secrets, apiKeys, headers });

  const references = lines(input('artifact'), /[\r\n,]+/);
  const event = input('event');
  if (references.length > 0 && event !== '') {
    throw new InputError('event: artifact is set too, and both say what was published; give one of them');
  }
  const registry = input('registry');
  if (references.length > 0 && registry !== '') {
    throw new InputError('registry: only events need it; write the host into artifact instead');
  }
  const style = input('reference');
  const skipTlsVerification = flag(input('skip-tls-verification'), 'skip-tls-verification');
  return {
    format,
    endpoints,
    signatureHeader,
    references,
    event,
    ...optional('digest', input('digest'), (value) => parseDigest(value, 'digest')),
    ...optional('registry', registry, (value) => parseHost(value, 'registry')),
    filter: readFilter(input('filter')),
    ...(flag(input('all-tags'), 'all-tags') && { allTags: { token: githubToken(input('github-token')) } }),
    untagged: choice(input('untagged') || 'skip', 'untagged', ['skip', 'send']),
    ...optional('style', style, (value) => choice<ReferenceStyle>(value, 'reference', ['tag', 'digest', 'tag+digest'])),
    verify: flag(input('verify'), 'verify'),
    dryRun,
    ...(wait === undefined ? {} : { wait }),
    limits: {
      retries: integer(input('retries') || '20', 'retries', 5_000),
      timeoutMs: seconds(input('timeout') || '15', 'timeout', { least: 0.001, most: 3600 }),
      deadlineMs: seconds(input('deadline') || '120', 'deadline', { least: 0, most: 21_600 }),
    },
    tls: { skipTlsVerification, ...clientTls(input) },
    warnings: warningsFor(endpoints, { format, signatureHeader, skipTlsVerification }),
  };
}

function readFilter(value: string): readonly string[] {
  const patterns = lines(value);
  if (patterns.includes('!')) throw new InputError('filter: no pattern follows the "!"');
  return patterns;
}

function readWait(input: (name: string) => string, format: Target): Inputs['wait'] {
  const timeoutMs = seconds(input('wait-timeout') || '600', 'wait-timeout', { least: 0.001, most: 21_600 });
  if (!flag(input('wait'), 'wait')) {
    if (input('api-key') === '') return undefined;
    throw new InputError('api-key: it is only used to wait for the deployment; set wait: true, or remove it');
  }
  if (format.awaiting === undefined) {
    throw new InputError(`wait: with format ${input('format')} nobody tells how a deployment ends; remove it`);
  }
  return { timeoutMs };
}

function githubToken(value: string): string {
  if (value !== '') return value;
  throw new InputError(
    "github-token is empty: all-tags needs it; leave the input out to use the job's own token (a reusable workflow takes it as secret github-token)",
  );
}

function clientTls(input: (name: string) => string) {
  const [caCertificate, clientCertificate, clientKey] = [
    input('ca-certificate'),
    input('client-certificate'),
    input('client-key'),
  ];
  if ((clientCertificate === '') !== (clientKey === '')) {
    const [given, missing] =
      clientKey === '' ? ['client-certificate', 'client-key'] : ['client-key', 'client-certificate'];
    throw new InputError(`${missing} is empty but ${given} is set; they are needed together`);
  }
  return {
    ...optional('caCertificate', caCertificate, (value) => pem(value, 'ca-certificate', 'CERTIFICATE')),
    ...optional('clientCertificate', clientCertificate, (value) => pem(value, 'client-certificate', 'CERTIFICATE')),
    ...optional('clientKey', clientKey, (value) => pem(value, 'client-key', 'PRIVATE KEY')),
  };
}
