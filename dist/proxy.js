import { InputError } from './index.js';

const nodeNet = /* @__PURE__ */ process.getBuiltinModule('node:net');

function proxyFor(url, environment) {
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
function proxyWarning(nodeVersion) {
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, '').split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 5)) return undefined;
  return `HTTP_PROXY and HTTPS_PROXY are not used: Node ${nodeVersion} of this runner cannot, 24.5 can; update the runner`;
}
function isExcluded(url, noProxy) {
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && matches(entry, host, port));
}
function matches(entry, host, port) {
  if (entry === '*') return true;
  const [, bracketed, plain = entry, entryPort = port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
  if (entryPort !== port) return false;
  if (nodeNet.isIP(host) !== 0) return isInSubnet(host, bracketed ?? plain);
  const name = plain.replace(/^\*?\./, '').replace(/\.$/, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}
function isInSubnet(host, entry) {
  const [address = '', bits] = entry.split('/');
  const family = nodeNet.isIP(address);
  if (family === 0 || family !== nodeNet.isIP(host)) return false;
  const longest = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? longest : Number(bits);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > longest) return false;
  const list = new nodeNet.BlockList();
  list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
function isDecodable(text) {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
function createTunnelAgent(options) {
  const { Agent } = process.getBuiltinModule('node:https');
  let opened;
  class Remembering extends Agent {
    createConnection(...args) {
      const connection = super.createConnection(...args);
      opened = connection ?? undefined;
      return connection;
    }
    takeOpened() {
      const taken = opened;
      opened = undefined;
      return taken;
    }
  }
  return new Remembering(options);
}

export { createTunnelAgent, proxyFor, proxyWarning };
