import type { Artifact } from '../oci/artifact.ts';
import { InputError } from '../util/errors.ts';
import { parseObject, textAt } from '../util/json.ts';
import { deployerAnswers } from './deployers.ts';
import { isBusy } from './on-docker.ts';
import type { Receiver } from './types.ts';

/**
 * A receiver that takes a POST at any URL and needs no signature: `format` is the value of the `format` input. Which
 * deployer answers is known only from some URLs and answers.
 */
export function plainReceiver(format: string): Omit<Receiver, 'title' | 'serialize'> {
  return {
    signatureHeader: 'X-Hub-Signature-256',
    secretRequired: false,
    urlIsCredential: false,
    needsDigest: true,

    endpointUrl(url, target) {
      if (target === undefined) return url;
      throw new InputError('target: only doco-cd has targets; remove it, or set format to doco-cd');
    },

    isAcceptance: () => true,
    isRetryable: (result, usual) => usual || isBusy(result),
    serverMessage,
    ...deployerAnswers(format),
    jobId: () => undefined,
  };
}

/** One message for each artifact, as registries send them: receivers read the first one of several. */
export function messageForEach(
  toBody: (artifact: Artifact) => object,
  contentType = 'application/json',
): Receiver['serialize'] {
  return (artifacts) =>
    artifacts.map((artifact) => ({ artifacts: [artifact], body: JSON.stringify(toBody(artifact)), contentType }));
}

/** The message in the fields that most of them use. An empty object has none. */
function serverMessage(body: string): string | undefined {
  const parsed = parseObject(body);
  if (parsed === undefined) return undefined;
  const message = textAt(parsed, 'error') ?? textAt(parsed, 'msg') ?? textAt(parsed, 'message');
  const details = textAt(parsed, 'details');
  if (message !== undefined) return details === undefined ? message : `${message}: ${details}`;
  return Object.keys(parsed).length === 0 ? '' : undefined;
}
