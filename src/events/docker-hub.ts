import type { Artifact } from '../oci/artifact.ts';
import { formatReference, splitHost } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { isObject, kindOf, textAt } from '../util/json.ts';
import { isAliyun } from './aliyun-acr.ts';
import { optionalText } from './fields.ts';
import type { EventReader, EventWriter } from './types.ts';

/**
 * Docker Hub's webhook, which has neither digests nor signatures. Most of its readers take the full name of a
 * repository in any registry, as Kargo and Keel do, or ignore the message. Source: docs.docker.com/docker-hub/webhooks,
 * kargo pkg/webhook/external/dockerhub.go.
 */
export const dockerHub: EventReader & EventWriter = {
  title: 'Docker Hub',
  lacksDigest: true,

  write: toNotification,

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
