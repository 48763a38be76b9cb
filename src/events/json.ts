import { nameArtifact } from '../oci/artifact.ts';
import { parseDigest, parseReference } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';
import { type JsonObject, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import type { EventReader, EventWriter } from './types.ts';

/**
 * A flat object of our own, for receivers whose users choose the fields to read: Flux's resourceFilter, the expressions
 * of Kargo's generic receiver, or a script. All fields are always there and are text, those of `workflow` too, so that
 * no expression fails on a missing one.
 */
export const json: EventReader & EventWriter = {
  title: "this action's own JSON",

  write(artifact, workflow) {
    const { host: registry, path: repository, tag = '', digest = '', mediaType = '' } = artifact;
    return { artifact: nameArtifact(artifact), registry, repository, tag, digest, mediaType, workflow };
  },

  matches: isOwnJson,

  parse(body) {
    const path = textAt(body, 'repository');
    if (path === undefined) throw new InputError('event: repository is empty, expected one such as acme/app');
    const [host, tag, digest] = [textAt(body, 'registry'), textAt(body, 'tag'), textAt(body, 'digest')];
    const pinned = pinnedDigest(textAt(body, 'artifact'), { registry: host, repository: path, tag });
    return [
      {
        field: 'repository',
        host,
        path,
        tag,
        digests: [
          { field: 'digest', value: digest && parseDigest(digest, 'event: digest') },
          { field: 'artifact', value: pinned },
        ],
        mediaType: textAt(body, 'mediaType'),
        isDeliberate: true,
      },
    ];
  },
};

/**
 * Whether all fields are there as text, as in every message of ours. Others with an `artifact` have their own reader.
 */
export function isOwnJson(body: JsonObject): boolean {
  return ['artifact', 'registry', 'repository', 'tag', 'digest'].every((name) => typeof body[name] === 'string');
}

/**
 * The digest in `artifact`, if there is one.
 * @throws InputError when it is not what the other fields name: then it is not known which of them is right.
 */
function pinnedDigest(
  artifact: string | undefined,
  fields: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (artifact === undefined) return undefined;
  const { host: registry, path: repository, tag, digest } = parseReference(artifact, 'event: artifact');
  const named: Readonly<Record<string, string | undefined>> = { registry, repository, tag };
  const other = Object.keys(named).find((name) => named[name] !== undefined && fields[name] !== named[name]);
  if (other === undefined || (other === 'registry' && fields.registry === undefined)) return digest;
  throw new InputError(
    `event: ${other} is ${quote(fields[other] ?? '')}, but artifact is ${quote(artifact)}; correct one of them`,
  );
}
