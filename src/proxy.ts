import type { AgentOptions, Agent as HttpsAgent } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { InputError } from './input-error.ts';
import type { Environment } from './input-values.ts';

/**
 * The proxy through which `url` is reached, by HTTP_PROXY, HTTPS_PROXY and NO_PROXY as curl reads them; the lower-case
 * spelling wins, also when it is empty. Undefined means a direct connection.
 * @throws InputError that names a proxy variable that is not a URL; its value is not shown, it may hold a password.
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const variable = environment[name] === undefined ? name.toUpperCase() : name;
  const value = environment[variable]?.trim();
  if (!value || isExcluded(url, environment.no_proxy ?? environment.NO_PROXY ?? '')) return undefined;
  const proxy = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
  if (proxy === null || !/^https?:$/.test(proxy.protocol) || !isDecodable(proxy.username + proxy.password)) {
    throw new InputError(
      `${variable} is not the URL of an http proxy, expected http://host:port or http://user:password@host:port with "%", "@", ":" and "/" in user and password written as %25, %40, %3A and %2F`,
    );
  }
  return proxy;
}

/** What to say where this version of Node would connect directly all the same; undefined when it will not. */
export function proxyWarning(nodeVersion: string): string | undefined {
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, '').split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 5)) return undefined;
  return `HTTP_PROXY and HTTPS_PROXY are not used: Node ${nodeVersion} of this runner cannot, 24.5 can; update the runner`;
}

/** curl: names match themselves and what is below them, a leading dot changes nothing, `*` is everything. Beyond it: ports, and `*.`. */
function isExcluded(url: URL, noProxy: string): boolean {
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && matches(entry, host, port));
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const [, bracketed, plain = entry, entryPort = port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
  if (entryPort !== port) return false;
  if (isIP(host) !== 0) return isInSubnet(host, bracketed ?? plain);
  const name = plain.replace(/^\*?\./, '').replace(/\.$/, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
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

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

export type TunnelAgent = HttpsAgent & {
  /** The connection that was opened since the last call. */
  takeOpened(): Duplex | undefined;
};

/** Node forgets a connection on which no tunnel came to stand. Left open, it would keep the process alive. */
export function createTunnelAgent(options: AgentOptions): TunnelAgent {
  const { Agent } = process.getBuiltinModule('node:https');
  let opened: Duplex | undefined;
  class Remembering extends Agent {
    override createConnection(...args: Parameters<HttpsAgent['createConnection']>): Duplex | null | undefined {
      const connection = super.createConnection(...args);
      opened = connection ?? undefined;
      return connection;
    }

    takeOpened(): Duplex | undefined {
      const taken = opened;
      opened = undefined;
      return taken;
    }
  }
  return new Remembering(options);
}
