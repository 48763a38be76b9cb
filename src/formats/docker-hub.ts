import type { Artifact } from '../oci/artifact.ts';
import { formatReference, splitHost } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, kindOf, parseObject, textAt } from '../util/json.ts';
import { isAliyun } from './aliyun-acr.ts';
import { plainReceiver } from './plain-receiver.ts';
import type { EventSource, Receiver } from './types.ts';

/**
 * Docker Hub's webhook, and what reads it: above all Kargo's Docker Hub receiver, which takes the full reference of any
 * registry as repository name. Neither knows digests or signatures. Source: kargo pkg/webhook/external/dockerhub.go.
 */
export const dockerHub: EventSource & Receiver = {
  ...plainReceiver,
  title: 'Docker Hub',
  urlIsCredential: true,
  needsDigest: false,

  serialize: (artifacts) =>
    artifacts.map((artifact) => ({
      artifacts: [artifact],
      body: JSON.stringify(toNotification(artifact)),
      contentType: 'application/json',
    })),

  // A refresh can be repeated at will. Any other response will be the same next time.
  isRetryable: (result, usual) => (result.kind === 'response' ? result.status === 429 || result.status >= 500 : usual),

  serverMessage(body) {
    const parsed = parseObject(body);
    const isEmpty = parsed !== undefined && Object.keys(parsed).length === 0;
    return textAt(parsed, 'error') ?? textAt(parsed, 'msg') ?? (isEmpty ? '' : undefined);
  },

  hint(result) {
    if (result.kind === 'failure') return undefined;
    const { status, body } = result;
    const message = dockerHub.serverMessage(body) ?? '';
    if (/^refreshed 0 warehouse/.test(message)) {
      return 'no Warehouse of Kargo subscribes to this repository with this tag; compare repoURL and the tag selector';
    }
    if (status === 404) return "no receiver has this url; copy it again from the receiver's status in Kargo";
    if (message === 'invalid request body') return 'something between here and Kargo changed the request body';
    if (/^failed to refresh/.test(message))
      return "Kargo could not refresh every Warehouse; its controller's log says why";
    return undefined;
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
        tag: textAt(push, 'tag'),
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
