import { BlockList, isIP } from 'node:net';
import { InputError } from './input-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy through which `url` is reached, by HTTP_PROXY, HTTPS_PROXY and NO_PROXY as curl reads them; the lower-case
 * spelling wins. Undefined means a direct connection.
 * @throws InputError that names a proxy variable that is not a URL; its value is not shown, it may hold a password.
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const variable = environment[name] ? name : name.toUpperCase();
  const value = environment[variable]?.trim();
  if (!value || isExcluded(url, environment.no_proxy || environment.NO_PROXY || '')) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
    throw new InputError(`${variable} is not the URL of an http proxy, expected http://host:port`);
  }
  return proxy;
}

/** curl: names match themselves and what is below them, a leading dot changes nothing, `*` is everything. */
function isExcluded(url: URL, noProxy: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && (entry === '*' || matches(entry, host, port)));
}

function matches(entry: string, host: string, port: string): boolean {
  const [, bracketed, plain = '', entryPort] = /^(?:\[([^\]]*)\]|([^:]*|.*:.*:[^:]*?))(?::(\d+))?$/.exec(entry) ?? [];
  const name = bracketed ?? (isIP(entry) === 6 ? entry : plain);
  if (entryPort !== undefined && isIP(entry) !== 6 && entryPort !== port) return false;
  if (isIP(host) === 0) {
    const suffix = name.replace(/^\*?\./, '');
    return host === suffix || host.endsWith(`.${suffix}`);
  }
  return isInSubnet(host, name);
}

function isInSubnet(host: string, entry: string): boolean {
  const [address = '', bits] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || family !== isIP(host)) return false;
  const longest = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? longest : Number(bits);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > longest) return false;
  const list = new BlockList();
  list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
