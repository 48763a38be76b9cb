import type { RetryLimits } from '../delivery/retry.ts';
import type { Endpoint } from '../delivery/types.ts';
import { RECEIVERS } from '../formats/index.ts';
import type { Receiver } from '../formats/types.ts';
import type { TlsInputs } from '../http/tls.ts';
import type { ReferenceStyle } from '../oci/artifact.ts';
import { parseDigest, parseHost } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { quote } from '../util/text.ts';
import { buildEndpoints, parseSecrets, parseUrls } from './endpoints.ts';
import { parseApiKeys, parseHeaders, parseSignatureHeader } from './headers.ts';
import { parseAudience } from './oidc.ts';
import { choice, flag, integer, lines, optional, pem, raw, refuseEmptyLine, seconds, text } from './parse.ts';
import { warningsFor } from './warnings.ts';

/** Everything the workflow said, validated. */
export type Inputs = ArtifactInputs &
  EndpointInputs & {
    readonly format: Receiver;
    readonly dryRun: boolean;
    /** Present when the step waits for the deployments. */
    readonly wait?: { readonly timeoutMs: number } | undefined;
    readonly limits: RetryLimits & { readonly timeoutMs: number };
    readonly tls: TlsInputs & { readonly skipTlsVerification: boolean };
    /** What is allowed but unwise. */
    readonly warnings: readonly string[];
  };

/** What was published, and which of it is sent. */
export type ArtifactInputs = {
  /** References that the user wrote. Empty when the event says what was published. */
  readonly references: readonly string[];
  /** An event as JSON, or `@path` of a file that holds it. Empty when the triggering event counts. */
  readonly event: string;
  readonly digest?: string | undefined;
  readonly registry?: string | undefined;
  readonly filter: readonly string[];
  /** Token for the Packages API, which is asked for all tags of what was published. Missing when it is not to be asked. */
  readonly allTags?: { readonly token: string } | undefined;
  readonly untagged: 'skip' | 'send';
  readonly style?: ReferenceStyle | undefined;
  readonly verify: boolean;
};

/** Where messages go. */
export type EndpointInputs = {
  /** Empty only in a dry run. */
  readonly endpoints: readonly Endpoint[];
  readonly signatureHeader: string;
  /** For whom the job's ID token is made that authorizes all requests. Missing when none is sent. */
  readonly oidcAudience?: string | undefined;
};

type Input = (name: string) => string;

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
 * @throws InputError that names the input, what was found and what is allowed.
 */
export function readInputs(environment: NodeJS.ProcessEnv): Inputs {
  const input: Input = (name) => text(environment, name);
  const format = findReceiver(environment);
  if (format === undefined) {
    throw new InputError(
      `format: ${quote(formatName(environment))} is not allowed, expected ${[...RECEIVERS.keys()].join(', ')} (for Kargo: github or docker-hub)`,
    );
  }
  const dryRun = flag(input('dry-run'), 'dry-run');
  const endpoints = readEndpoints(environment, format, dryRun);
  const skipTlsVerification = flag(input('skip-tls-verification'), 'skip-tls-verification');
  return {
    ...endpoints,
    ...readArtifacts(input),
    format,
    dryRun,
    wait: readWait(input, format),
    limits: readLimits(input),
    tls: { skipTlsVerification, ...readTls(input) },
    warnings: warningsFor(endpoints.endpoints, { format, skipTlsVerification, ...endpoints }),
  };
}

function readEndpoints(environment: NodeJS.ProcessEnv, format: Receiver, dryRun: boolean): EndpointInputs {
  const input: Input = (name) => text(environment, name);
  const signatureHeader = parseSignatureHeader(input('signature-header'), format);
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
  const apiKeys = urls.length === 0 ? [] : parseApiKeys(raw(environment, 'api-key'), urls.length);
  const headers = parseHeaders(lines(input('headers')), signatureHeader, format);
  const endpoints = buildEndpoints(urls, { secrets, apiKeys, headers });
  const oidcAudience = parseAudience(input('oidc-audience'), dryRun ? [] : endpoints, environment);
  return { signatureHeader, oidcAudience, endpoints };
}

function readArtifacts(input: Input): ArtifactInputs {
  const references = lines(input('artifact'), /[\r\n,]+/);
  const event = input('event');
  if (references.length > 0 && event !== '') {
    throw new InputError('event: artifact is set too, and both say what was published; give one of them');
  }
  const registry = input('registry');
  if (references.length > 0 && registry !== '') {
    throw new InputError('registry: only events need it; write the host into artifact instead');
  }
  const styles: readonly ReferenceStyle[] = ['tag', 'digest', 'tag+digest'];
  return {
    references,
    event,
    digest: optional(input('digest'), (value) => parseDigest(value, 'digest')),
    registry: optional(registry, (value) => parseHost(value, 'registry')),
    filter: readFilter(input('filter')),
    allTags: flag(input('all-tags'), 'all-tags') ? { token: githubToken(input('github-token')) } : undefined,
    untagged: choice(input('untagged') || 'skip', 'untagged', ['skip', 'send']),
    style: optional(input('reference'), (value) => choice(value, 'reference', styles)),
    verify: flag(input('verify'), 'verify'),
  };
}

function readLimits(input: Input): Inputs['limits'] {
  return {
    retries: integer(input('retries') || '20', 'retries', 5_000),
    timeoutMs: seconds(input('timeout') || '15', 'timeout', { least: 0.001, most: 3600 }),
    deadlineMs: seconds(input('deadline') || '120', 'deadline', { least: 0, most: 21_600 }),
  };
}

function readFilter(value: string): readonly string[] {
  const patterns = lines(value);
  if (patterns.includes('!')) throw new InputError('filter: no pattern follows the "!"');
  return patterns;
}

function readWait(input: Input, format: Receiver): Inputs['wait'] {
  const timeoutMs = seconds(input('wait-timeout') || '600', 'wait-timeout', { least: 0.001, most: 21_600 });
  if (!flag(input('wait'), 'wait')) {
    if (input('api-key') === '') return undefined;
    throw new InputError('api-key: it is only used to wait for the deployment; set wait: true, or remove it');
  }
  if (format.tracker === undefined) {
    throw new InputError(`wait: with format ${input('format')} nobody says how a deployment ends; remove it`);
  }
  return { timeoutMs };
}

function githubToken(value: string): string {
  if (value !== '') return value;
  throw new InputError(
    "github-token is empty: all-tags needs it; leave the input out to use the job's own token (a reusable workflow takes it as secret github-token)",
  );
}

function readTls(input: Input): TlsInputs {
  const [clientCertificate, clientKey] = [input('client-certificate'), input('client-key')];
  if ((clientCertificate === '') !== (clientKey === '')) {
    const [given, missing] =
      clientKey === '' ? ['client-certificate', 'client-key'] : ['client-key', 'client-certificate'];
    throw new InputError(`${missing} is empty but ${given} is set; they are needed together`);
  }
  return {
    caCertificate: optional(input('ca-certificate'), (value) => pem(value, 'ca-certificate', 'CERTIFICATE')),
    clientCertificate: optional(clientCertificate, (value) => pem(value, 'client-certificate', 'CERTIFICATE')),
    clientKey: optional(clientKey, (value) => pem(value, 'client-key', 'PRIVATE KEY')),
  };
}
