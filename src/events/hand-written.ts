import { formatReference, parseReference } from '../oci/reference.ts';
import { parseWrittenDigest, refuseWord } from '../oci/user-written.ts';
import { InputError } from '../util/errors.ts';
import { type JsonObject, kindOf, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';
import { optionalText } from './fields.ts';
import { isOwnJson } from './json.ts';
import type { EventReader } from './types.ts';

/** What people write themselves, or copy from a message: `{"artifact":"host/path:tag","digest":"sha256:..."}`. */
export const byHand: EventReader = {
  title: 'one written by hand',

  // People who write the event themselves leave out the source, or add fields of their own.
  matches: (body) => 'artifact' in body && !isOwnJson(body),

  parse(body) {
    const artifact = textAt(body, 'artifact');
    if (artifact === undefined) {
      throw new InputError(`event: artifact must be a reference, found ${kindOf(body.artifact)}`);
    }
    refuseWord(artifact, 'event: artifact');
    const { host, path, tag: named, digest: pinned } = parseReference(artifact, 'event: artifact');
    const [registry, tag = named] = [optionalText(body, '', 'registry'), optionalText(body, '', 'tag')];
    if (registry !== undefined && registry !== host) {
      throw new InputError(`event: registry is ${quote(registry)}, but artifact is in ${host}; write it into artifact`);
    }
    if (named !== undefined && tag !== named) {
      throw new InputError(`event: tag is ${quote(tag ?? '')}, but artifact is ${quote(artifact)}; remove one of them`);
    }
    const digest = digestOf(body, formatReference({ host, path }));
    const digests = [
      { field: 'digest', value: digest },
      { field: 'artifact', value: pinned },
    ];
    // As with docker pull, no tag and no digest mean latest.
    const meant = tag ?? (pinned === undefined ? 'latest' : undefined);
    return [{ field: 'artifact', host, path, tag: meant, digests, isDeliberate: true }];
  },
};

/** The digest in a message that somebody wrote, of this repository if it says of which. */
function digestOf(body: JsonObject, repository: string): string | undefined {
  const text = optionalText(body, '', 'digest');
  if (text === undefined) return undefined;
  const written = parseWrittenDigest(text, 'event: digest');
  if (written.repository === undefined || written.repository === repository) return written.digest;
  throw new InputError(
    `event: digest is of ${written.repository}, but artifact is of ${repository}; correct one of them`,
  );
}
