import type { Endpoint } from '../delivery/types.ts';
import { isLoopback } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { refuseUnexpanded } from './parse.ts';

/** `endpoint` with the header that the token takes. The token itself comes when it is a request's turn. */
export function withToken(endpoint: Endpoint): Endpoint {
  return { ...endpoint, headers: { ...endpoint.headers, authorization: 'Bearer ***' } };
}

/**
 * The audience of the ID token that is sent to these endpoints, undefined when `given` is empty.
 * @throws InputError when the token must not go there, or the job may not have one.
 */
export function parseAudience(
  given: string,
  endpoints: readonly Endpoint[],
  environment: NodeJS.ProcessEnv,
): string | undefined {
  if (given === '') return undefined;
  refuseUnexpanded(given, 'oidc-audience');
  if (/\s/.test(given)) throw new InputError('oidc-audience holds a blank or line break; give one audience');
  for (const { url, label, headers } of endpoints) {
    if (headers.authorization !== undefined) {
      throw new InputError(
        'oidc-audience: the token is sent as Authorization, which is set already, in headers or by user:password@ in the url; give one of them',
      );
    }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
      throw new InputError(
        `oidc-audience: ${label} is not encrypted, and anyone who reads the token can use it; use https`,
      );
    }
  }
  if (endpoints.length > 0 && !environment.ACTIONS_ID_TOKEN_REQUEST_URL) {
    throw new InputError(
      'oidc-audience: this job may not have an ID token; give it "permissions: id-token: write" (pull requests from forks and Dependabot get none)',
    );
  }
  return given;
}
