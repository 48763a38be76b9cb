import { nameArtifact } from '../oci/artifact.ts';
import { InputError } from '../util/errors.ts';
import { textAt } from '../util/json.ts';
import { messageForEach, plainReceiver } from './plain-receiver.ts';
import type { EventSource, Receiver } from './types.ts';

/**
 * A flat object of our own, for receivers whose users choose the fields to read: Flux's resourceFilter, the expressions of
 * Kargo's generic receiver, or a script. All fields are always there and are text, so that no expression fails on a missing one.
 */
export const json: EventSource & Receiver = {
  ...plainReceiver('json'),
  title: "this action's own JSON",
  urlIsCredential: true,

  serialize: messageForEach((artifact) => {
    const { host: registry, path: repository, tag = '', digest = '', mediaType = '' } = artifact;
    return { artifact: nameArtifact(artifact), registry, repository, tag, digest, mediaType };
  }),

  matches: (body) => ['artifact', 'registry', 'repository', 'digest'].every((name) => typeof body[name] === 'string'),

  parse(body) {
    const path = textAt(body, 'repository');
    if (path === undefined) throw new InputError('event: repository is empty, expected one such as acme/app');
    return [
      {
        field: 'repository',
        host: textAt(body, 'registry'),
        path,
        tag: textAt(body, 'tag'),
        digests: [{ field: 'digest', value: textAt(body, 'digest') }],
        mediaType: textAt(body, 'mediaType'),
      },
    ];
  },
};
