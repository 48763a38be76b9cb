import { type HttpFailure, type HttpResponse, type HttpResult, is2xx, isStandIn, isTlsError } from '../http/types.ts';
import { isRetryable } from './retry.ts';
import type { Delivery } from './types.ts';

/** What a delivery that ended with `result` means, and what to do about it. Undefined when there is nothing to add. */
export function hintFor(
  { kind, endpoint, message, wouldRepeat }: Delivery,
  result: HttpResult,
  outOfTime: string | undefined,
): string | undefined {
  const sent = { url: endpoint.url, artifact: message.artifact };
  // What is not from the receiver means the same for all. What an answer means says more than that time was over.
  const known = standInHint(result, wouldRepeat) ?? endpoint.receiver.answers.hint(result, sent) ?? outOfTime;
  return known ?? (kind === 'accepted' ? undefined : generalHint(result, wouldRepeat));
}

/**
 * The deliveries without the hints of those that changed nothing where another tag of the same repository did: that is
 * no mistake, as with `latest` beside `1.2.3`.
 */
export function withoutDoubts(deliveries: readonly Delivery[]): readonly Delivery[] {
  const effective = new Set(
    deliveries.filter(({ kind, hadNoEffect }) => kind === 'accepted' && !hadNoEffect).map(repositoryOf),
  );
  return deliveries.map((delivery) =>
    delivery.hadNoEffect && effective.has(repositoryOf(delivery)) ? { ...delivery, hint: undefined } : delivery,
  );
}

/** One repository at one endpoint. */
function repositoryOf({ endpoint, message }: Delivery): string {
  return `${endpoint.label} ${message.artifact.host}/${message.artifact.path}`;
}

/** What to do where something answered in place of the receiver. */
function standInHint(result: HttpResult, wouldRepeat = false): string | undefined {
  if (!isStandIn(result)) return undefined;
  if (result.isChallenge || result.status === 403) {
    return 'a firewall or a check for bots in front of the receiver stopped the request; let it pass requests to this path';
  }
  if (!is2xx(result)) return undefined;
  const later = wouldRepeat ? '; if it is there for a while only, raise deadline' : '';
  return `a web page answered in place of the receiver, such as a login or a maintenance page; check the url input, or pass the login in headers${later}`;
}

/**
 * What a result means that is the same for every receiver, and what to do about it. Undefined when there is nothing to
 * add. Hints advise more attempts only where the result is repeated.
 */
export function generalHint(result: HttpResult, wouldRepeat = isRetryable(result)): string | undefined {
  if (result.kind === 'response') return responseHint(result, wouldRepeat);
  const hint = failureHint(result);
  if (hint === undefined || result.through === undefined) return hint;
  return `${hint}; or the proxy ${result.through} is at fault: to go around it list the host in NO_PROXY`;
}

function responseHint(response: HttpResponse, wouldRepeat: boolean): string | undefined {
  const { status, proxy } = response;
  const hint = status >= 300 && status < 400 ? redirectHint(response) : statusHint(status, wouldRepeat);
  if (proxy === undefined) return hint;
  const doubt = `this may be the answer of the proxy ${proxy} and not the receiver's; to go around it list the host in NO_PROXY`;
  return hint === undefined ? doubt : `${hint}; or ${doubt}`;
}

function redirectHint({ redirectsTo, redirectsToLogin }: HttpResponse): string {
  if (redirectsTo === undefined) {
    return 'the receiver refuses the message, and its answer or log may say why: a redirect would say where it leads';
  }
  return redirectsToLogin
    ? `the url redirects to a login; pass the login in headers, or let whatever asks for it pass this path (it leads to ${redirectsTo})`
    : `the url redirects, and redirects are never followed; put the final URL in the url input (this one leads to ${redirectsTo})`;
}

function statusHint(status: number, wouldRepeat: boolean): string | undefined {
  if (status === 525 || status === 526) {
    return 'the CDN in front of the receiver does not accept its certificate; renew it, or see which ones the CDN accepts';
  }
  if ((status >= 520 && status <= 524) || status === 530) {
    const trouble = 'the CDN in front of the receiver gets no answer from it; see that it runs and lets the CDN in';
    return wouldRepeat ? `${trouble}; if it only needs longer to start, raise deadline` : trouble;
  }
  if (status >= 500) {
    const trouble = 'the receiver, or something in front of it, is in trouble: see its log';
    return wouldRepeat ? `${trouble}; if it only needs longer to start, raise deadline` : trouble;
  }
  switch (status) {
    case 400:
      return 'the server expects another message or another signature; check the url, receiver, secret, signature-header and headers inputs';
    case 401:
    case 403:
      return 'something in front of the receiver wants a login, or the receiver another signature; pass the login in headers, or check secret and signature-header';
    case 404:
    case 410:
      return 'the path of the url is wrong; check the url input';
    case 405:
      return 'this path takes no POST; check the path in the url input';
    case 407:
      return PROXY_LOGIN;
    case 408:
    case 425:
      return `the receiver was not ready for the request${wouldRepeat ? '; raise deadline if it needs longer' : ': see its log'}`;
    case 413:
      return 'something in front of the receiver limits the size of requests; raise its limit';
    case 429:
      return `the receiver limits the rate of requests; ${wouldRepeat ? 'raise deadline, or ' : ''}send less often`;
    default:
      if (status < 200)
        return 'whatever answers there does not speak HTTP as a receiver does; check scheme, port and path in the url input';
      return status < 400
        ? undefined
        : 'the receiver refuses the message, and its log may say why; check the url input';
  }
}

const PROXY_LOGIN = 'the proxy wants credentials; put user:password@ in the proxy variable';

function failureHint({ code, message, proxy, proxyStatus, hadProxyLogin }: HttpFailure): string | undefined {
  if (proxyStatus === 407) {
    return hadProxyLogin
      ? 'the proxy does not accept the login in the proxy variable; check it, and see that the proxy takes Basic, the only kind of login that is spoken here (not NTLM, Negotiate or Digest)'
      : PROXY_LOGIN;
  }
  if (proxyStatus !== undefined && proxyStatus >= 500)
    return 'the proxy cannot reach the receiver; check the url input and that the receiver runs, or list the host in NO_PROXY';
  if (proxyStatus !== undefined)
    return 'the proxy refuses this host; let the proxy allow it, or list the host in NO_PROXY';
  if (proxy !== undefined && isTlsError(code))
    return "the proxy's certificate is not trusted, or it does not use TLS; set NODE_EXTRA_CA_CERTS to the certificate of its CA, check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, or list the host in NO_PROXY";
  if (proxy !== undefined)
    return 'the proxy does not work; check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, or list the host in NO_PROXY';
  if (isTlsError(code)) return tlsHint(code, message);
  switch (code) {
    case 'ENOTFOUND':
      return 'no such host; check the spelling in the url input, and whether this runner can resolve the name';
    case 'EAI_AGAIN':
      return 'the name server did not answer; check the network of this runner';
    case 'ECONNREFUSED':
      return 'nothing listens there; check the port in the url input, and whether the receiver runs and is reachable from this runner';
    case 'ECONNRESET':
    case 'EPIPE':
      return "the other side closes the connection; check scheme and port in the url input, and the receiver's log";
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'TIMEOUT':
      return 'the receiver is too slow or a firewall drops the connection; check that this runner can reach it, or raise timeout';
    case 'HTTP_2':
      return HTTP_2_ONLY;
    case 'TOO_LATE':
      return 'it was not sent; raise wait-timeout, or send to fewer in one step';
    case 'HPE_HEADER_OVERFLOW':
      return 'the answer has more than 256 KiB of headers; check the url input';
    default:
      return code.startsWith('HPE_')
        ? 'whatever answers there does not speak HTTP; check scheme and port in the url input'
        : undefined;
  }
}

const HTTP_2_ONLY =
  'the server speaks only HTTP/2 here; turn on HTTP/1.1 there, or put a proxy that speaks both in front of it';

/** Alerts about the certificate that we sent. */
const CLIENT_CERTIFICATE_REFUSED =
  /ALERT_(?:UNKNOWN_CA|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_(?:UNKNOWN|EXPIRED|REVOKED)|ACCESS_DENIED)/;

/**
 * Whether the receiver refused us for lack of a certificate, or for the one we have. With TLS 1.3 it says so only after
 * the request was written.
 */
export function wantsClientCertificate(code: string): boolean {
  return /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE/.test(code) || CLIENT_CERTIFICATE_REFUSED.test(code);
}

function tlsHint(code: string, message: string): string {
  // With a wrong clock every certificate is of another time.
  const clock = `or set the clock of this runner, if it is not ${new Date().toISOString().slice(0, 10)}`;
  if (code === 'CERT_HAS_EXPIRED') return `the receiver's certificate has expired; renew it there, ${clock}`;
  if (code === 'CERT_NOT_YET_VALID') return `the receiver's certificate is not valid yet; check its dates, ${clock}`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'the certificate is for another host; use a name that it lists in the url input';
  if (/too weak/.test(message))
    return "a key or signature in the chain of the receiver's certificate is too weak; use certificates with at least 2048 bits (RSA) and SHA-256 there";
  if (CLIENT_CERTIFICATE_REFUSED.test(code))
    return 'the receiver does not trust the certificate of the client, or wants one and got none; set client-certificate and client-key to a pair whose CA it trusts';
  if (wantsClientCertificate(code))
    return 'the receiver wants a certificate from the client that it trusts; set client-certificate and client-key';
  if (/NO_APPLICATION_PROTOCOL/.test(code)) return HTTP_2_ONLY;
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(code))
    return 'the receiver offers only versions of TLS that are not safe; turn on TLS 1.2 or newer there';
  if (/WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH|HTTP_REQUEST/.test(code))
    return 'the receiver does not speak TLS here; check scheme and port in the url input';
  if (code.startsWith('ERR_SSL_'))
    return "the two sides do not agree on TLS; check scheme and port in the url input, and the receiver's log";
  const hint =
    "the receiver's certificate comes from a CA that is not known here; put the CA's certificate (PEM) in ca-certificate, or, if the runner's system knows it, set NODE_USE_SYSTEM_CA=1";
  // So when the server sent its own certificate alone.
  return code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' || code === 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
    ? `${hint}; or have the receiver send its intermediate certificates`
    : hint;
}
