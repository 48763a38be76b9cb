import { type Environment, PROXY_VARIABLES } from './input-values.ts';
import type { Inputs } from './inputs.ts';
import { say, warn } from './log.ts';
import { createTransport, type Proxies, type Transport } from './transport.ts';

/**
 * The transport that inputs and environment ask for; nothing is connected yet. What few need is loaded only for them.
 * @throws InputError that names a certificate input or a proxy variable that cannot be used.
 */
export async function prepareTransport({ endpoints, tls }: Inputs, environment: Environment): Promise<Transport> {
  const proxies = await readProxies(
    endpoints.map(({ url }) => url),
    environment,
  );
  const { caCertificate, clientCertificate, skipTlsVerification } = tls;
  const options = { skipTlsVerification, ...(proxies === undefined ? {} : { proxies }) };
  if (caCertificate === undefined && clientCertificate === undefined) return createTransport(options);
  const { createTrust } = await import('./trust.ts');
  return createTransport({ ...options, secureContext: createTrust(tls) });
}

async function readProxies(urls: readonly URL[], environment: Environment): Promise<Proxies | undefined> {
  if (!PROXY_VARIABLES.some((name) => environment[name])) return undefined;
  const proxy = await import('./proxy.ts');
  const proxyFor = (url: URL) => proxy.proxyFor(url, environment);
  const used = urls.map(proxyFor).filter((found) => found !== undefined);
  const warning = used.length === 0 ? undefined : proxy.proxyWarning(process.version);
  if (warning !== undefined) warn(warning);
  else for (const name of new Set(used.map(({ origin }) => origin))) say(`using the proxy ${name}`);
  return { proxyFor, createTunnelAgent: proxy.createTunnelAgent };
}
