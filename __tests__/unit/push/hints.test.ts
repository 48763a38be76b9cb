import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hintFor, isTransient } from '../../../src/push/hints.ts';

describe('what skopeo says', () => {
  const meanings: readonly (readonly [message: string, hint: RegExp | undefined, transient: boolean])[] = [
    ['unknown flag: --preserve-digests', /too old/, false],
    ['unauthorized: authentication required', /docker\/login-action/, false],
    ['unable to retrieve auth token: invalid username/password: unauthorized', /refuses the user/, false],
    ['denied: permission_denied: write_package', /packages: write/, false],
    ['Requesting bearer token: invalid status code from registry 403 (Forbidden)', /there was no login before/, false],
    ['http: server gave HTTP response to HTTPS client', /insecure-registry: true/, false],
    ['x509: certificate signed by unknown authority', /not trusted/, false],
    ['name unknown: The repository with name acme does not exist', /no such repository/, false],
    ['dial tcp: lookup regstry.example: no such host', /check its spelling/, true],
    ['dial tcp 10.0.0.1:5000: connect: connection refused', /nothing listens/, true],
    ['received unexpected HTTP status: 503 Service Unavailable', undefined, true],
    ['EOF', undefined, true],
    ['reading JSON file "/x/config.json": unexpected end of JSON input', /logins cannot be read/, false],
    ['reading JSON file "/x/config.json": open /x/config.json: permission denied', /logins cannot be read/, false],
    ['error getting credentials - err: exec: "docker-credential-x": not found', /credential helper/, false],
  ];
  for (const [message, hint, transient] of meanings) {
    test(message, () => {
      assert.equal(isTransient(message), transient);
      if (hint === undefined) assert.equal(hintFor(message, 'ghcr.io'), undefined);
      else assert.match(hintFor(message, 'ghcr.io') ?? '', hint);
    });
  }
});
