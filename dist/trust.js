import { InputError } from './index.js';

const nodeCrypto = /* @__PURE__ */ process.getBuiltinModule('node:crypto');

const nodeTls = /* @__PURE__ */ process.getBuiltinModule('node:tls');

function createTrust({ caCertificate, clientCertificate, clientKey }) {
  if (caCertificate !== undefined) readCertificates(caCertificate, 'ca-certificate');
  if (clientCertificate !== undefined && clientKey !== undefined) checkPair(clientCertificate, clientKey);
  process.getBuiltinModule('node:https');
  try {
    return nodeTls.createSecureContext({
      ...(caCertificate === undefined ? {} : { ca: [...trustedRoots(), caCertificate] }),
      ...(clientCertificate === undefined ? {} : { cert: clientCertificate, key: clientKey }),
    });
  } catch (cause) {
    const name = clientCertificate === undefined ? 'ca-certificate' : 'client-certificate';
    throw new InputError(`${name} cannot be used${reason(cause)}; use a certificate that OpenSSL takes for safe`, {
      cause,
    });
  }
}
function readCertificates(pem, name) {
  const blocks =
    pem.match(/-----BEGIN [A-Z0-9 ]*CERTIFICATE-----[\s\S]*?(?:-----END [A-Z0-9 ]*CERTIFICATE-----|$)/g) ?? [];
  return blocks.map((block, index) => {
    try {
      return new nodeCrypto.X509Certificate(block);
    } catch (cause) {
      const which = blocks.length === 1 ? 'the certificate' : `certificate ${index + 1} of ${blocks.length}`;
      throw new InputError(`${name}: ${which} cannot be read${reason(cause)}; pass the PEM text with its line breaks`, {
        cause,
      });
    }
  });
}
function checkPair(clientCertificate, clientKey) {
  const [certificate] = readCertificates(clientCertificate, 'client-certificate');
  if (/-----BEGIN ENCRYPTED|^Proc-Type: .*ENCRYPTED/m.test(clientKey)) {
    throw new InputError('client-key is encrypted with a passphrase; pass the key without, as openssl pkey writes it');
  }
  let key;
  try {
    key = nodeCrypto.createPrivateKey(clientKey);
  } catch (cause) {
    throw new InputError(`client-key cannot be read${reason(cause)}; pass the PEM text with its line breaks`, {
      cause,
    });
  }
  if (certificate && !certificate.checkPrivateKey(key)) {
    throw new InputError(
      'client-key does not belong to client-certificate; the first certificate must be that of the key',
    );
  }
}
function reason(error) {
  const words = error.reason;
  return typeof words === 'string' ? ` (${words})` : '';
}
function trustedRoots() {
  const flags = `${process.env.NODE_OPTIONS ?? ''} ${process.execArgv.join(' ')}`;
  if (/--use-(?:system|openssl)-ca/.test(flags) || process.env.NODE_USE_SYSTEM_CA === '1')
    return nodeTls.getCACertificates('default');
  return [...nodeTls.getCACertificates('bundled'), ...nodeTls.getCACertificates('extra')];
}

export { createTrust };
