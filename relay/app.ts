/** A GitHub App's key, and the token that it signs. Source: docs.github.com/apps, generating a JSON web token. */

export type SigningKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** The key in a PEM text, whose line breaks may be written `\n`; or what it must be instead, to follow "must be". */
export async function importKey(text: string): Promise<SigningKey | string> {
  const pem = text.replace(/\\+[nr]/g, '\n').replace(/^["'\s]+|["'\s]+$/g, '');
  const [, base64] = /^-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----$/.exec(pem) ?? [];
  if (base64 === undefined) {
    return 'a whole PEM key that begins with BEGIN PRIVATE KEY; convert the one from GitHub: openssl pkcs8 -topk8 -nocrypt -in key.pem';
  }
  try {
    const der = Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    return await crypto.subtle.importKey('pkcs8', der, RS256, false, ['sign']);
  } catch {
    return "the App's RSA key; this one is of another kind, such as EC, or damaged";
  }
}

/** The App's own token. The clock may be a minute ahead of GitHub's; ten minutes are the most that GitHub allows. */
export async function signJwt(appId: string, key: SigningKey): Promise<string> {
  const nowS = Math.floor(Date.now() / 1000);
  const claims = { iat: nowS - 60, exp: nowS + 8 * 60, iss: appId };
  const text = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) => base64Url(JSON.stringify(part))).join('.');
  const signature = await crypto.subtle.sign(RS256.name, key, new TextEncoder().encode(text));
  return `${text}.${base64Url(String.fromCharCode(...new Uint8Array(signature)))}`;
}

function base64Url(bytes: string): string {
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
