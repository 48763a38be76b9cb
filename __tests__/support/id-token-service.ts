import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { answer, type Received, type Receiver, startReceiver } from './receiver.ts';

/** GitHub's token service on loopback: what a job asks for its ID token, and whose signature a receiver checks. */
export type IdTokenService = Receiver & {
  readonly issuer: string;
  /** What the runner sets in a job with `id-token: write`. */
  readonly env: Readonly<Record<string, string>>;
  readonly key: KeyObject;
  /** The tokens that were given out, oldest first. */
  readonly tokens: readonly string[];
};

export type IdTokenOptions = {
  /** How long a token is valid. */
  readonly lifetimeMs?: number;
  /** Status and message that a request gets instead of a token; the index counts requests. */
  readonly fault?: (index: number) => readonly [status: number, message: string] | undefined;
};

export type Claims = { readonly iss: string; readonly aud: string; readonly exp: number; readonly repository: string };

const REQUEST_TOKEN = 'a-token-that-asks-for-tokens';
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Answers `GET <url>&audience=<audience>` with a signed token, as docs.github.com has it (OpenID Connect reference). */
export async function startIdTokenService({
  lifetimeMs = 300_000,
  fault,
}: IdTokenOptions = {}): Promise<IdTokenService> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const tokens: string[] = [];
  const issuer = 'https://token.actions.githubusercontent.com';
  const receiver = await startReceiver((request: Received, response, index) => {
    const wrong = fault?.(index);
    if (wrong) return answer(response, wrong[0], { message: wrong[1] });
    if (request.headers.authorization !== `Bearer ${REQUEST_TOKEN}`) return answer(response, 401, { message: 'no' });
    const aud = new URL(request.path, 'http://server').searchParams.get('audience');
    const nowS = Math.floor(Date.now() / 1000);
    const claims = {
      jti: String(index),
      iss: issuer,
      aud,
      iat: nowS,
      exp: nowS + lifetimeMs / 1000,
      repository: 'acme/app',
    };
    const signed = `${base64({ alg: 'RS256', typ: 'JWT', kid: '1' })}.${base64(claims)}`;
    const token = `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
    tokens.push(token);
    answer(response, 200, { value: token });
  });
  const env = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${receiver.origin}/idtoken?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
  };
  return { ...receiver, issuer, env, key: createPublicKey(privateKey), tokens };
}

/** The claims of a token whose signature is that of `key`. Undefined for any other. */
export function verifiedClaims(token: string, key: KeyObject): Claims | undefined {
  const [head = '', payload = '', signature = '', ...more] = token.split('.');
  if (more.length > 0) return undefined;
  const isSigned = verify('sha256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'));
  return isSigned ? JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) : undefined;
}
