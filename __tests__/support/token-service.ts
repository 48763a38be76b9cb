import { createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto';
import type { Identity } from './certificates.ts';
import { answer, type Receiver, startReceiver } from './receiver.ts';

/**
 * A token service as distribution.github.io/distribution/spec/auth/jwt has it: whoever has the login gets what it asks for,
 * anybody else a token for nothing. `identity` signs.
 */
export async function startTokenService(identity: Identity, login: string): Promise<Receiver> {
  const x5c = [new X509Certificate(identity.cert).raw.toString('base64')];
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return startReceiver((request, response) => {
    const isKnown = request.headers.authorization === `Basic ${Buffer.from(login).toString('base64')}`;
    if (request.headers.authorization !== undefined && !isKnown)
      return answer(response, 401, { details: 'wrong login' });
    const asked = new URL(request.path, 'http://here').searchParams.getAll('scope');
    const access = asked.map((scope) => {
      const [type, name, actions = ''] = scope.split(':');
      return { type, name, actions: isKnown ? actions.split(',') : [] };
    });
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: 'test',
      sub: '',
      aud: 'test',
      exp: now + 300,
      nbf: now - 10,
      iat: now,
      jti: randomUUID(),
      access,
    };
    const signed = `${base64({ typ: 'JWT', alg: 'ES256', x5c })}.${base64(claims)}`;
    const key = { key: createPrivateKey(identity.key), dsaEncoding: 'ieee-p1363' } as const;
    answer(response, 200, { token: `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}` });
  });
}
