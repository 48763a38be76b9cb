import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hintFor, isTransient } from '../../../src/push/skopeo-hints.ts';

describe('what skopeo says', () => {
  const meanings: readonly (readonly [message: string, hint: RegExp | undefined, transient: boolean])[] = [
    ['unknown flag: --command-timeout', /too old/, false],
    [
      "writing manifest: uploading manifest v1 to r.example:5000/a: unknown: Failed to process request due to 'a:v1' configured as immutable.",
      /another tag/,
      false,
    ],
    ['manifest invalid: The repository has enabled tag immutability. The tag v1 already exists.', /another tag/, false],
    ['denied: tag v1 is immutable', /another tag/, false],
    [
      "tag invalid: The image tag 'v1' already exists in the 'x' repository and cannot be overwritten",
      /another tag/,
      false,
    ],
    [
      'denied: adding 1.0 MiB of storage resource, which … will exceed the configured upper limit of 10.0 MiB.',
      /no room/,
      false,
    ],
    ['denied: Quota exceeded for project x', /no room/, false],
    ['uploading layer chunked: received unexpected HTTP status: 507 Insufficient Storage', /no room/, false],
    [
      'uploading layer chunked: StatusCode: 413, <html><body>413 Request Entity Too Large',
      /upload of this size/,
      false,
    ],
    ['denied: The system is in read only mode. Any modification is prohibited.', /read-only or locked/, false],
    ['denied: repository is locked', /read-only or locked/, false],
    ['initiating layer upload to /v2/a/b/blobs/uploads/ in r.example: unsupported', /no pushes here/, false],
    ['unknown: project acme not found', /no such repository/, false],
    ['writing manifest: manifest invalid', /this kind of artifact/, false],
    ['toomanyrequests: slow down', /limits how often/, true],
    ['pinging container registry r.example: Get "https://r.example/v2/": Forbidden', /the proxy/, false],
    [
      'pinging container registry r.example: Get "https://r.example/v2/": Proxy Authentication Required',
      /the proxy/,
      false,
    ],
    ['invalid status code from registry 407 (Proxy Authentication Required)', /the proxy/, false],
    ['invalid status code from registry 403 (Forbidden)', /may not push/, false],
    ['x509: certificate has expired or is not yet valid: current time …', /expired/, false],
    ['remote error: tls: internal error', /handshake/, true],
    ['mkdir /home/x/.local: permission denied', /this machine/, false],
    ['pinging container registry r.example:507: EOF', undefined, true],
    ['writing blob sha256:4134a: received unexpected HTTP status: 502 Bad Gateway', undefined, true],
    ['unauthorized: authentication required', /docker\/login-action/, false],
    // Since skopeo 1.13.
    [
      'checking whether a blob sha256:4974 exists in r.example/a: authentication required',
      /docker\/login-action/,
      false,
    ],
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
