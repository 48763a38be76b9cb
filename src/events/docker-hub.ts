import { isIncomplete, isPage } from '../http/types.ts';
import type { Artifact } from '../oci/artifact.ts';
import { formatReference, splitHost } from '../oci/reference.ts';
import { findDeployer } from '../receivers/deployers.ts';
import { messageForEach, plainReceiver } from '../receivers/generic.ts';
import type { EventSource, Receiver } from '../receivers/types.ts';
import { InputError } from '../util/errors.ts';
import { isObject, kindOf, textAt } from '../util/json.ts';
import { isAliyun } from './aliyun-acr.ts';
import { optionalText } from './fields.ts';

const plain = plainReceiver('docker-hub');

/**
 * Docker Hub's webhook, which has neither digests nor signatures. Most of its readers take the full name of a repository in any
 * registry, as Kargo and Keel do, or ignore the message. Source: docs.docker.com/docker-hub/webhooks, kargo
 * pkg/webhook/external/dockerhub.go.
 */
export const dockerHub: EventSource & Receiver = {
  ...plain,
  title: 'Docker Hub',
  urlIsCredential: true,
  needsDigest: false,

  serialize: messageForEach(toNotification),

  // It only makes the receiver look again, which can be repeated at will.
  isRetryable: (result, usual) =>
    plain.isRetryable(result, usual) || (result.kind === 'response' && result.status >= 500),

  hint(result, endpoint, artifact) {
    if (findDeployer(endpoint, result) !== undefined) return plain.hint(result, endpoint, artifact);
    if (result.kind === 'failure' || result.status !== 200 || isIncomplete(result)) return undefined;
    if (isPage(result.body)) return undefined;
    return 'this answer does not say that the message was understood, and the path of the url is that of no receiver known here; check that it leads to the receiver (one of your own is better told with format json)';
  },

  matches: (body) => ('push_data' in body || ('repository' in body && 'callback_url' in body)) && !isAliyun(body),

  parse({ repository, push_data: push }) {
    if (!isObject(repository)) throw new InputError(`event: repository must be an object, found ${kindOf(repository)}`);
    if (!isObject(push)) throw new InputError(`event: push_data must be an object, found ${kindOf(push)}`);
    const name = textAt(repository, 'repo_name');
    if (name === undefined) throw new InputError('event: repository.repo_name is missing');
    const { host = 'docker.io', rest: path } = splitHost(name);
    return [
      {
        field: 'repository',
        host,
        path,
        tag: optionalText(push, 'push_data', 'tag'),
        digests: [],
        mediaType: textAt(push, 'media_type'),
        pageUrl: textAt(repository, 'repo_url'),
      },
    ];
  },
};

function toNotification({ host, path, tag, mediaType }: Artifact): object {
  return {
    push_data: { tag, media_type: mediaType },
    repository: { repo_name: host === 'docker.io' ? path : formatReference({ host, path }) },
  };
}
