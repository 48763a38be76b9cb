import type { HttpClient } from '../http/types.ts';
import { InputError } from '../util/errors.ts';
import { mask } from '../util/log.ts';
import { monotonicMs } from '../util/time.ts';

/** Requests authorized by a token that soon expires: the input oidc-audience. */

type BearerOptions = {
  /** Asks for a new token. */
  readonly request: () => Promise<Requested>;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
};

type Requested =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'failed'; readonly serverMessage: string };

/** GitHub's tokens are valid for five minutes. A younger one outlasts the attempt that it is sent with. */
const FRESH_MS = 60_000;

/**
 * `client`, whose requests carry a token as `Authorization: Bearer`, not older than a minute unless no new one can be
 * had.
 * @throws InputError when there is none to begin with.
 */
export async function withBearer(client: HttpClient, { request, signal, log }: BearerOptions): Promise<HttpClient> {
  const first = await request();
  if (signal.aborted) throw new InputError('cancelled while asking for the ID token of this job');
  if (first.kind === 'failed') {
    throw new InputError(
      `oidc-audience: there is no ID token (${first.serverMessage}); see that the job has "permissions: id-token: write", and run it again`,
    );
  }
  mask(first.token);
  let [token, obtainedMs] = [first.token, monotonicMs()];
  let renewal: Promise<void> | undefined;

  async function renew(): Promise<void> {
    const next = await request();
    obtainedMs = monotonicMs();
    if (next.kind === 'failed')
      return log(`there is no new ID token (${next.serverMessage}), going on with the last one`);
    token = next.token;
    mask(token);
  }

  async function lateHeaders(): Promise<Readonly<Record<string, string>>> {
    if (monotonicMs() - obtainedMs > FRESH_MS) {
      // Requests that need a new token at the same time share one.
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      await renewal;
    }
    return { authorization: `Bearer ${token}` };
  }

  return { send: (wanted) => client.send({ ...wanted, lateHeaders }) };
}
