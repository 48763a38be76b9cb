import { once } from 'node:events';
import { BlockList, isIP, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { InputError } from '../util/errors.ts';
import { oneLine } from '../util/text.ts';
import { type DialOptions, dialDirectly } from './connect.ts';
import { statusIn, TunnelError } from './errors.ts';

/**
 * Proxies as curl knows them: which one serves a URL, and the tunnel through it for https. Loaded where a proxy is set.
 */

/**
 * The proxy for `url` by HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY as curl reads them: lower case first, and an
 * empty one counts as not set. Undefined means a direct connection. Two things differ from curl, as they do in most
 * programs: HTTP_PROXY counts in capitals too, and a proxy without a port has that of its scheme.
 * @throws InputError that names a variable that is not a URL. Its value is not shown, since it may hold a password.
 */
export function proxyFor(url: URL, environment: NodeJS.ProcessEnv): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const names = [name, name.toUpperCase(), 'all_proxy', 'ALL_PROXY'];
  const variable = names.find((each) => environment[each]?.trim());
  if (variable === undefined || isExcluded(url, environment.no_proxy || environment.NO_PROXY || '')) return undefined;
  const proxy = parseProxy(environment[variable]?.trim() ?? '');
  if (proxy !== null && /^https?:$/.test(proxy.protocol) && isDecodable(proxy.username + proxy.password)) return proxy;
  throw new InputError(
    `${variable} is not the URL of an http proxy, expected http://host:port or http://user:password@host:port with "%", "@", ":" and "/" in user and password written as %25, %40, %3A and %2F${/^socks/i.test(environment[variable] ?? '') ? '; SOCKS is not spoken here: set HTTPS_PROXY, or list the host in NO_PROXY' : ''}`,
  );
}

function parseProxy(value: string): URL | null {
  // As in DOMAIN\user: URLs take a backslash for a slash, which would end the host.
  const login = value.slice(0, value.lastIndexOf('@') + 1);
  const escaped = `${login.replaceAll('\\', '%5C')}${value.slice(login.length)}`;
  return URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(escaped) ? escaped : `http://${escaped}`);
}

/**
 * As curl: a name matches itself and all below it, a leading dot changes nothing, `*` is everything. We also know ports
 * and `*.`.
 */
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

/**
 * A connection to the wanted host and port through a tunnel that `proxy` opens. Rejects with a TunnelError.
 * Node's own (`proxyEnv`) reads an answer of any size, with listeners that multiply with every segment (80 one-byte
 * segments took 1.7 GB), and leaves the connection open when the proxy refuses.
 */
export async function openTunnel(proxy: URL, options: DialOptions): Promise<Socket> {
  const { host, port, abandoned } = options;
  const target = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const lines = Object.entries({ host: target, ...proxyAuthorization(proxy) });
  const headers = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const socket = await connectTo(proxy, options);
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
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
    if (answer.length > ANSWER_LIMIT) {
      fail(new TunnelError(`it opened no tunnel, its answer has more than ${ANSWER_LIMIT} bytes`));
      return;
    }
    const end = endOfAnswer(answer);
    if (end === undefined) return;
    const status = statusIn(answer.toString('latin1', 0, end));
    if (status === undefined) {
      const line = oneLine(answer.toString('utf8', 0, end), 80);
      fail(new TunnelError(`it opened no tunnel, its answer is not HTTP: ${line}`));
    } else if (status < 200 || status >= 300) fail(new TunnelError('it refused the tunnel', { status }));
    else {
      stop();
      // What came after the answer is the receiver's.
      if (answer.length > end) socket.unshift(answer.subarray(end));
      resolve(socket);
    }
  };
  const stop = () => {
    socket.off('readable', onReadable).off('error', onError).off('close', onClose).off('end', onClose);
    abandoned?.removeEventListener('abort', onAbandoned);
  };

  socket.on('readable', onReadable).on('error', onError).on('close', onClose).on('end', onClose);
  if (abandoned?.aborted) onAbandoned();
  else {
    abandoned?.addEventListener('abort', onAbandoned);
    socket.write(`CONNECT ${target} HTTP/1.1\r\n${headers}\r\n`);
  }
  return promise;
}

/** Where the head of an answer ends, past informational ones. Undefined while the end is missing. */
function endOfAnswer(answer: Buffer): number | undefined {
  for (let begin = 0; ; ) {
    const blank = answer.indexOf('\r\n\r\n', begin);
    if (blank < 0) return undefined;
    const isInformational = /^HTTP\/1\.[01] 1(?!01)\d\d\b/.test(answer.toString('latin1', begin, blank));
    begin = blank + 4;
    if (!isInformational) return begin;
  }
}

/** A connection to the proxy itself. */
async function connectTo({ protocol, hostname, port }: URL, { addresses, abandoned }: DialOptions): Promise<Socket> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const isTls = protocol === 'https:';
  try {
    const socket = await dialDirectly({ host, port: Number(port || (isTls ? 443 : 80)), addresses, abandoned });
    if (!isTls) return socket;
    const secure = tlsConnect({ socket, ...(isIP(host) === 0 && { servername: host }) });
    const end = () => secure.destroy(new Error('it was given up'));
    abandoned?.addEventListener('abort', end);
    await once(secure, 'secureConnect').finally(() => abandoned?.removeEventListener('abort', end));
    return secure;
  } catch (cause) {
    throw new TunnelError('the proxy cannot be reached', { cause });
  }
}
