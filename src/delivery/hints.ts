import { type HttpFailure, type HttpResponse, type HttpResult, isPage, isTlsError } from '../http/types.ts';
import { isRetryable } from './retry.ts';
import type { Delivery } from './types.ts';

/** The deliveries with hints, where there is anything to do. */
export function withHints(deliveries: readonly Delivery[]): readonly Delivery[] {
  const effective = new Set(deliveries.filter(hadEffect).map(repositoryOf));
  return deliveries.map((delivery) =>
    // If one of several tags has no effect, that is no mistake: `latest` beside `1.2.3`.
    delivery.kind === 'accepted' && !hadEffect(delivery) && effective.has(repositoryOf(delivery))
      ? delivery
      : withHint(delivery),
  );
}

/** Whether an accepted message changed something, as far as the response shows. */
function hadEffect({ kind, attempts, endpoint }: Delivery): boolean {
  const result = attempts.at(-1)?.result;
  return kind === 'accepted' && result?.kind === 'response' && endpoint.receiver.answers.hadNoEffect?.(result) !== true;
}

/** One repository at one endpoint. */
function repositoryOf({ endpoint, message }: Delivery): string {
  return `${endpoint.label} ${message.artifact.host}/${message.artifact.path}`;
}

function withHint(delivery: Delivery): Delivery {
  const result = delivery.attempts.at(-1)?.result;
  if (delivery.deployment !== undefined || delivery.kind === 'cancelled' || result === undefined) return delivery;
  const { endpoint, message } = delivery;
  const sent = { url: endpoint.url, artifact: message.artifact };
  const general = () =>
    delivery.kind === 'accepted' ? acceptedHint(result) : generalHint(result, delivery.isRepeated);
  // The meaning of an answer says more than that there was no more time.
  return { ...delivery, hint: endpoint.receiver.answers.hint(result, sent) ?? delivery.hint ?? general() };
}

/** Why an accepted message may not have been accepted by the receiver. */
function acceptedHint(result: HttpResult): string | undefined {
  return result.kind === 'response' && isPage(result.body)
    ? 'a web page answered, which no receiver does; check the url input'
    : undefined;
}

/**
 * What a result means that is the same for every receiver, and what to do about it. Undefined when there is nothing to add.
 * Hints advise more attempts only where the result is repeated.
 */
export function generalHint(result: HttpResult, isRepeated = isRetryable(result)): string | undefined {
  if (result.kind === 'response') return responseHint(result, isRepeated);
  const hint = failureHint(result);
  if (hint === undefined || result.through === undefined) return hint;
  return `${hint}; or the proxy ${result.through} is at fault: to go around it list the host in NO_PROXY`;
}

function responseHint(response: HttpResponse, isRepeated: boolean): string | undefined {
  const { status, proxy } = response;
  const hint = status >= 300 && status < 400 ? redirectHint(response) : statusHint(status, isRepeated);
  if (proxy === undefined) return hint;
  const doubt = `this may be the answer of the proxy ${proxy} and not the receiver's; to go around it list the host in NO_PROXY`;
  return hint === undefined ? doubt : `${hint}; or ${doubt}`;
}

function redirectHint({ redirectsTo }: HttpResponse): string {
  return redirectsTo === undefined
    ? 'the receiver refuses the message, and its answer or log may say why: a redirect would say where it leads'
    : `the url redirects, and redirects are never followed; put the final URL in the url input (this one leads to ${redirectsTo})`;
}

function statusHint(status: number, isRepeated: boolean): string | undefined {
  if (status >= 500) {
    const trouble = 'the receiver, or something in front of it, is in trouble: see its log';
    return isRepeated ? `${trouble}; if it only needs longer to start, raise deadline` : trouble;
  }
  switch (status) {
    case 400:
      return 'whatever answers there does not understand the message, or not its signature; check the url, format, secret, signature-header and headers inputs';
    case 401:
    case 403:
      return 'something in front of the receiver wants a login, or the receiver another signature; pass the login in headers, or check secret and signature-header';
    case 404:
    case 410:
      return 'the path of the url is wrong; check the url input';
    case 405:
      return 'this path takes no POST; check the path in the url input';
    case 407:
      return 'the proxy wants credentials; put user:password@ in the proxy variable';
    case 408:
    case 425:
      return `the receiver was not ready for the request${isRepeated ? '; raise deadline if it needs longer' : ': see its log'}`;
    case 413:
      return 'something in front of the receiver limits the size of requests; raise its limit';
    case 429:
      return `the receiver limits the rate of requests; ${isRepeated ? 'raise deadline, or ' : ''}send less often`;
    default:
      if (status < 200)
        return 'whatever answers there does not speak HTTP as a receiver does; check scheme, port and path in the url input';
      return status < 400
        ? undefined
        : 'the receiver refuses the message, and its log may say why; check the url input';
  }
}

function failureHint({ code, proxy, proxyStatus }: HttpFailure): string | undefined {
  if (proxyStatus === 407) return 'the proxy wants credentials; put user:password@ in the proxy variable';
  if (proxyStatus !== undefined && proxyStatus >= 500)
    return 'the proxy cannot reach the receiver; check the url input and that the receiver runs, or list the host in NO_PROXY';
  if (proxyStatus !== undefined)
    return 'the proxy refuses this host; let the proxy allow it, or list the host in NO_PROXY';
  if (proxy !== undefined && isTlsError(code))
    return "the proxy's certificate is not trusted, or it speaks no TLS; set NODE_EXTRA_CA_CERTS to its authority, check HTTP_PROXY and HTTPS_PROXY, or list the host in NO_PROXY";
  if (proxy !== undefined)
    return 'the proxy does not work; check HTTP_PROXY and HTTPS_PROXY, or list the host in NO_PROXY';
  if (isTlsError(code)) return tlsHint(code);
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

/** Whether the receiver refused us for lack of a certificate. With TLS 1.3 it says so only after the request was written. */
export function wantsClientCertificate(code: string): boolean {
  return /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN/.test(code);
}

function tlsHint(code: string): string {
  if (code === 'CERT_HAS_EXPIRED') return "the receiver's certificate has expired; renew it there";
  if (code === 'CERT_NOT_YET_VALID') return "the receiver's certificate is not valid yet; check the clocks";
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'the certificate is for another host; use a name that it lists in the url input';
  if (wantsClientCertificate(code)) {
    return 'the receiver wants a certificate from the client that it trusts; set client-certificate and client-key';
  }
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(code))
    return 'the receiver speaks no safe version of TLS; turn on TLS 1.2 or newer there';
  if (/WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH|HTTP_REQUEST/.test(code))
    return 'the receiver does not speak TLS here; check scheme and port in the url input';
  if (code.startsWith('ERR_SSL_'))
    return "the two sides do not agree on TLS; check scheme and port in the url input, and the receiver's log";
  const hint =
    "the receiver's certificate is not signed by an authority that is known here; put the authority's certificate (PEM) in ca-certificate, or, if the runner's system knows it, set NODE_USE_SYSTEM_CA=1";
  // OpenSSL calls it so when the server sent its own certificate alone.
  return code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
    ? `${hint}; or have the receiver send its intermediate certificates`
    : hint;
}
