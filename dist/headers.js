import { InputError, quote, parseSecrets, refuseUnexpanded } from './index.js';

const nodeHttp = /* @__PURE__ */ process.getBuiltinModule('node:http');

const PROVIDER_HEADERS = new Set([
  'x-hub-signature',
  'x-hub-signature-256',
  'x-gitea-signature',
  'x-gitlab-token',
  'x-gogs-signature',
  'x-forgejo-signature',
  'x-doco-oci-signature-256',
]);
const OWN_HEADERS = new Set([
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'idempotency-key',
  'transfer-encoding',
  'upgrade',
]);
const COMMON_HEADERS = new Set(['accept', 'authorization', 'cookie', 'proxy-authorization', 'user-agent']);
function parseApiKeys(text, count) {
  const keys = parseSecrets(text, count, 'api-key').map((key) => key.trim());
  const wrong = keys.findIndex((key) => !isValid(() => nodeHttp.validateHeaderValue('x-api-key', key)));
  if (wrong >= 0) throw new InputError(`api-key: line ${wrong + 1} has characters that no header may hold`);
  return keys;
}
function parseHeaders(lines, signatureHeader) {
  const headers = new Map();
  for (const [index, line] of lines.entries()) {
    const where = `headers: line ${index + 1}`;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (colon < 1 || !isValid(() => nodeHttp.validateHeaderName(name)))
      throw new InputError(`${where} is not of the form "Name: value"`);
    if (value === '')
      throw new InputError(`${where} (${name}) has no value; if it comes from a secret, the secret is not set here`);
    refuseUnexpanded(value, `${where} (${name})`);
    if (!isValid(() => nodeHttp.validateHeaderValue(name, value)))
      throw new InputError(`${where} (${name}) has characters that no header may hold`);
    if (PROVIDER_HEADERS.has(name) || name === signatureHeader.toLowerCase()) {
      throw new InputError(
        `${where}: ${name} is a provider's signature header, the receiver would take the request for another kind; remove it`,
      );
    }
    if (OWN_HEADERS.has(name)) throw new InputError(`${where}: ${name} is set by the action itself; remove it`);
    if (headers.has(name)) throw new InputError(`${where} repeats ${name}`);
    headers.set(name, value);
  }
  return Object.fromEntries(headers);
}
function parseSignatureHeader(given, format) {
  if (given === '') return format.signatureHeader;
  const name = given.toLowerCase();
  if (!isValid(() => nodeHttp.validateHeaderName(given)) || OWN_HEADERS.has(name) || COMMON_HEADERS.has(name)) {
    throw new InputError(
      `signature-header: ${quote(given)} cannot carry a signature, expected a header name such as ${format.signatureHeader}`,
    );
  }
  if (format.secretRequired && PROVIDER_HEADERS.has(name) && name !== format.signatureHeader.toLowerCase()) {
    throw new InputError(
      `signature-header: ${given} is another provider's, ${format.title} would not read ${format.signatureHeader} beside it`,
    );
  }
  return given;
}
function isValid(check) {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

export { parseApiKeys, parseHeaders, parseSignatureHeader };
