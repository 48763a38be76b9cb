import { InputError } from '../util/errors.ts';
import { info } from '../util/log.ts';
import { createClient, type Proxies } from './client.ts';
import { allowLookUps } from './connect.ts';
import type { TlsInputs } from './tls.ts';
import type { HttpClient } from './types.ts';

/** The variables that name a proxy. */
export const PROXY_VARIABLES = [
  'http_proxy',
  'HTTP_PROXY',
  'https_proxy',
  'HTTPS_PROXY',
  'all_proxy',
  'ALL_PROXY',
] as const;

type Wanted = {
  /** What will be posted to. */
  readonly urls: readonly URL[];
  readonly tls: TlsInputs & { readonly skipTlsVerification: boolean };
  /** Whether requests hold what no proxy may read. */
  readonly isConfidential: boolean;
};

/**
 * The client that inputs and environment ask for. Nothing is connected yet.
 * @throws InputError that names a certificate input or a proxy variable that cannot be used.
 */
export async function configureClient(wanted: Wanted, environment: NodeJS.ProcessEnv): Promise<HttpClient> {
  const { tls } = wanted;
  const { skipTlsVerification } = tls;
  allowLookUps(new Set(wanted.urls.map(({ hostname }) => hostname)).size, process.env);
  const proxies = await readProxies(wanted, environment);
  if (tls.caCertificate === undefined && tls.clientCertificate === undefined) {
    return createClient({ skipTlsVerification, proxies });
  }
  const { createTlsContext } = await import('./tls.ts');
  const context = createTlsContext(tls); // Now, so that wrong inputs are refused before anything is sent.
  const createContext = (ecdhCurve?: string) => (ecdhCurve === undefined ? context : createTlsContext(tls, ecdhCurve));
  return createClient({ skipTlsVerification, proxies, createContext });
}

/** What leads to the proxies for `urls`; undefined where none is set. Each proxy in use is logged. */
export async function readProxies(
  { urls, isConfidential }: Pick<Wanted, 'urls' | 'isConfidential'>,
  environment: NodeJS.ProcessEnv,
): Promise<Proxies | undefined> {
  if (!PROXY_VARIABLES.some((name) => environment[name])) return undefined;
  const { proxyFor, openTunnel, proxyAuthorization } = await import('./proxy.ts');
  const used = urls.map((url) => proxyFor(url, environment)).filter((proxy) => proxy !== undefined);
  // A proxy cannot read https, which goes through a tunnel, but it can read http.
  const couldRead = (url: URL) => url.protocol === 'http:' && proxyFor(url, environment) !== undefined;
  if (isConfidential && urls.some(couldRead)) {
    throw new InputError('url: with http the proxy could read the token; use https, or list the host in NO_PROXY');
  }
  for (const origin of new Set(used.map((proxy) => proxy.origin))) info(`using the proxy ${origin}`);
  return { proxyFor: (url) => proxyFor(url, environment), openTunnel, proxyAuthorization };
}
