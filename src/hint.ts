import { type Exchange, isTlsError } from './exchange.ts';

/** What an outcome that is the same for every receiver means and what to do about it; undefined when there is nothing to add. */
export function usualHint(exchange: Exchange): string | undefined {
  return exchange.kind === 'answer' ? statusHint(exchange.status) : failureHint(exchange.code, exchange.proxyStatus);
}

function statusHint(status: number): string | undefined {
  if (status >= 300 && status < 400)
    return 'the url redirects, and redirects are never followed; put the final URL in the url input';
  if (status === 401 || status === 403)
    return 'something in front of the receiver wants a login; pass it in the headers input';
  if (status === 404) return 'the path of the url is wrong';
  if (status === 405) return 'this path takes no POST; check the path of the url';
  if (status === 407) return 'the proxy wants credentials; put user:password@ in the proxy variable';
  if (status === 413) return 'a proxy on the way limits the size of requests';
  if (status === 429) return 'the receiver limits the rate of requests; raise deadline or send less often';
  return undefined;
}

function failureHint(code: string, proxyStatus: number | undefined): string | undefined {
  if (proxyStatus === 407) return 'the proxy wants credentials; put user:password@ in the proxy variable';
  if (proxyStatus !== undefined)
    return 'the proxy refuses this host; let the proxy allow it, or list the host in NO_PROXY';
  if (isTlsError(code)) return tlsHint(code);
  switch (code) {
    case 'ENOTFOUND':
      return 'no such host; check the spelling of the url, and whether this runner can resolve the name';
    case 'EAI_AGAIN':
      return 'the name server did not answer';
    case 'ECONNREFUSED':
      return 'nothing listens there; check the port, and whether the receiver runs and is reachable from this runner';
    case 'TIMEOUT':
      return 'the receiver is too slow or a firewall drops the connection; check from the runner, or raise timeout';
    case 'HPE_HEADER_OVERFLOW':
      return 'the answer has more than 256 KiB of headers';
    default:
      return code.startsWith('HPE_')
        ? 'what answers there does not speak HTTP; check scheme and port of the url'
        : undefined;
  }
}

function tlsHint(code: string): string {
  if (code === 'CERT_HAS_EXPIRED') return "the receiver's certificate has expired; renew it";
  if (code === 'CERT_NOT_YET_VALID') return "the receiver's certificate is not valid yet; check the clocks";
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'the certificate is for another host; use the name in the url that the certificate holds';
  if (/CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN/.test(code)) {
    return 'the receiver wants a certificate from the client that it trusts; set client-certificate and client-key';
  }
  if (/WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH|UNSUPPORTED_PROTOCOL|HTTP_REQUEST/.test(code)) {
    return 'the receiver does not speak TLS here; check scheme and port of the url';
  }
  return "the receiver's certificate is not signed by an authority that is known here; put the authority's certificate (PEM) in ca-certificate";
}
