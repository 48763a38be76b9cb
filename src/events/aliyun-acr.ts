import { InputError } from '../util/errors.ts';
import { isObject, type JsonObject, kindOf, textAt } from '../util/json.ts';
import { digestField, optionalText } from './fields.ts';
import { WAY_OUT } from './skip-ignored.ts';
import type { EventReader } from './types.ts';

/** Whether `body` is of Docker Hub's shape with Alibaba's names: docker.io would be the wrong registry. */
export function isAliyun({ repository, push_data: push }: JsonObject): boolean {
  return isObject(repository) && isObject(push) && 'repo_full_name' in repository && !('repo_name' in repository);
}

/**
 * Alibaba Cloud Container Registry, which posts only what was pushed. Its host follows from the region, unless it is
 * that of an instance with a name of its own, which the event lacks: then it may have an instanceId. Source:
 * alibabacloud.com/help/doc-detail/60949.htm; argocd-image-updater pkg/webhook/aliyun_acr.go; acceleration-service
 * pkg/model of goharbor, for instanceId.
 */
export const aliyunAcr: EventReader = {
  title: 'Alibaba Cloud ACR',

  matches: isAliyun,

  parse({ repository, push_data: push }) {
    const path = textAt(repository, 'repo_full_name');
    if (path === undefined) {
      const found = kindOf(isObject(repository) ? repository.repo_full_name : repository);
      throw new InputError(`event: repository.repo_full_name must be a text, found ${found}`);
    }
    const tag = optionalText(push, 'push_data', 'tag');
    if (tag === undefined) throw new InputError(`event: push_data.tag is missing, which every push has; ${WAY_OUT}`);
    const region = textAt(repository, 'instanceId') === undefined ? textAt(repository, 'region') : undefined;
    return [
      {
        field: 'repository',
        host: region === undefined ? undefined : `registry.${region}.aliyuncs.com`,
        path,
        tag,
        digests: [digestField(push, 'push_data', 'digest')],
      },
    ];
  },
};
