import type { Agent as HttpAgent } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent } from 'node:https';
import { BlockList, isIP, connect as netConnect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect as tlsConnect } from 'node:tls';
import { InputError } from '../util/errors.ts';
import { oneLine } from '../util/text.ts';
import { statusIn, TunnelError } from './errors.ts';

/** Proxies as curl knows them: which one serves a URL, and the tunnel through it for https. Loaded where a proxy is set. */

/**
 * The proxy for `url` by HTTP_PROXY, HTTPS_PROXY and NO_PROXY as curl reads them: the lower-case spelling wins, also when it
 * is empty. Undefined means a direct connection.
 * @throws InputError that names a variable that is not a URL. Its value is not shown, since it may hold a password.
 */
export function proxyFor(url: URL, environment: NodeJS.ProcessEnv): URL | undefined {
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

/** As curl: a name matches itself and all below it, a leading dot changes nothing, `*` is everything. We also know ports and `*.`. */
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

/** The `Proxy-Authorization` header for user and password in the URL of `proxy`, if there are any. */
export function proxyAuthorization({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}

/** Bytes of the proxy's answer to CONNECT at most. */
const ANSWER_LIMIT = 16 * 1024;

/** The host and port of a TLS connection as an agent passes them, and what ends a tunnel that nobody waits for any more. */
type TunnelOptions = ConnectionOptions & { readonly abandoned?: AbortSignal };

/**
 * An agent whose https connections go through tunnels that `proxy` opens.
 *
 * Node has such an agent (`proxyEnv`), but it reads an answer of any size, with listeners that multiply with every segment
 * (80 one-byte segments took 1.7 GB), and leaves the connection open when the proxy refuses.
 */
export function createTunnelAgent(proxy: URL, options: AgentOptions): HttpAgent {
  class TunnelAgent extends HttpsAgent {
    override createConnection(
      wanted: TunnelOptions,
      callback?: (error: Error | null, stream: Duplex) => void,
    ): Duplex | null | undefined {
      openTunnel(proxy, wanted).then(
        (socket) => callback?.(null, tlsConnect({ ...wanted, socket })),
        (error: Error) => callback?.(error, undefined as never),
      );
      return undefined;
    }
  }
  return new TunnelAgent(options);
}

/** A connection to the wanted host and port through `proxy`. Rejects with a TunnelError. */
function openTunnel(proxy: URL, { host, port, abandoned }: TunnelOptions): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const target = `${isIP(host ?? '') === 6 ? `[${host}]` : host}:${port}`;
  const socket = connectTo(proxy, () => {
    const lines = Object.entries({ host: target, ...proxyAuthorization(proxy) });
    const headers = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.write(`CONNECT ${target} HTTP/1.1\r\n${headers}\r\n`);
  });
  let answer = Buffer.alloc(0);

  const fail = (error: TunnelError) => {
    stop();
    socket.on('error', () => {});
    socket.destroy();
    reject(error);
  };
  const onError = (cause: Error) => fail(new TunnelError('the proxy cannot be reached', { cause }));
  const onClose = () => fail(new TunnelError('it closed the connection and opened no tunnel'));
  const onAbandoned = () => fail(new TunnelError('it opened no tunnel'));
  const onReadable = () => {
    for (let chunk = socket.read(); chunk !== null; chunk = socket.read()) answer = Buffer.concat([answer, chunk]);
    const end = answer.indexOf('\r\n\r\n');
    if (end < 0) {
      if (answer.length > ANSWER_LIMIT)
        fail(new TunnelError(`it opened no tunnel, its answer has more than ${ANSWER_LIMIT} bytes`));
      return;
    }
    const status = statusIn(answer.toString('latin1', 0, end + 4));
    if (status === undefined) {
      const line = oneLine(answer.toString('utf8', 0, end), 80);
      fail(new TunnelError(`it opened no tunnel, its answer is not HTTP: ${line}`));
    } else if (status < 200 || status >= 300) fail(new TunnelError('it refused the tunnel', { status }));
    else {
      stop();
      // What came after the answer is the receiver's.
      if (answer.length > end + 4) socket.unshift(answer.subarray(end + 4));
      resolve(socket);
    }
  };
  const stop = () => {
    socket.off('readable', onReadable).off('error', onError).off('close', onClose).off('end', onClose);
    abandoned?.removeEventListener('abort', onAbandoned);
  };

  socket.on('readable', onReadable).on('error', onError).on('close', onClose).on('end', onClose);
  if (abandoned?.aborted) onAbandoned();
  else abandoned?.addEventListener('abort', onAbandoned);
  return promise;
}

function connectTo({ protocol, hostname, port }: URL, onConnect: () => void): Socket {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol === 'https:') {
    const name = isIP(host) === 0 ? { servername: host } : {};
    return tlsConnect({ host, port: Number(port || 443), ...name }, onConnect);
  }
  return netConnect({ host, port: Number(port || 80) }, onConnect);
}
