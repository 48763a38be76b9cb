import type { HttpResponse } from '../../http/types.ts';
import type { DeploymentResult } from '../types.ts';
import { failedDeployment } from './failure-hints.ts';
import { isAcceptance, jobId, serverMessage } from './response.ts';

/**
 * What doco-cd answers when it was asked to deploy inside the request, with `?wait=true`. Source: doco-cd
 * handler_webhook.go.
 */

/**
 * Before v0.112.0 runs are skipped where containers have the digest already, even if these failed:
 * stage_2_pre-deploy.go.
 */
export const REPEAT_HINT =
  'running again with the same digest may report success without deploying: push a change, or set api-key so that the containers are checked';

/** The result in the response. Undefined when the message was not accepted. */
export function parseWaitResponse(response: HttpResponse): DeploymentResult | undefined {
  const { status, body } = response;
  const message = serverMessage(body);
  const isDocoCd = jobId(body) !== undefined;
  if (status === 201 && isAcceptance(response)) return { kind: 'succeeded', serverMessage: message };
  if (status >= 200 && status < 300) {
    const hint = isDocoCd
      ? 'doco-cd was not asked to wait: something on the way removed ?wait=true from the URL; set api-key to use the run API instead'
      : 'this is not the answer of a doco-cd that waits; check the path of the url';
    return { kind: 'unknown', error: 'NOT_AWAITED', serverMessage: message, hint };
  }
  if (isDocoCd) return wasRefusedOnReceipt(message ?? '') ? undefined : failed(message);
  // A gateway gave up on a request that it had passed on. The job does not stop when its client has gone.
  if (![502, 504, 520, 522, 524].includes(status)) return undefined;
  return {
    kind: 'unknown',
    error: `HTTP_${status}`,
    serverMessage: message,
    hint: `a proxy on the way did not wait as long as the deployment took, which may still go on; set api-key to use the run API instead, or raise the read timeout of the proxy; ${REPEAT_HINT}`,
  };
}

/** Whether the request was refused on receipt: then nothing has been deployed. */
function wasRefusedOnReceipt(message: string): boolean {
  return /^(?:incorrect secret key|missing signature|invalid http method|failed to parse payload)/.test(message);
}

function failed(message: string | undefined): DeploymentResult {
  const result = failedDeployment(message);
  // Only a deployment that got as far as Compose may have left containers behind.
  if (!message?.startsWith('deployment failed')) return result;
  return { ...result, hint: [result.hint, REPEAT_HINT].filter((hint) => hint !== undefined).join('; ') };
}
