import type { Artifact } from '../artifact.ts';
import { InputError } from '../input-error.ts';
import { isObject, kindOf, textAt } from '../json.ts';
import { formatReference, quote, splitHost } from '../reference.ts';
import type { Source, Target } from './format.ts';
import { plainTarget } from './plain-target.ts';

/** What the "Test" button sends, always: the digest of "foo\n", which can be no manifest's. */
const TEST_DIGEST = 'sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';

/**
 * Mirantis Secure Registry 2 and 3 (Docker Trusted Registry); 4 is Harbor. Facts: the vendor's webhook pages of DTR 2.x and
 * MSR 2.8 to 3.1. Promotions and mirroring are followed by a TAG_PUSH in the repository that receives the tag.
 */
export const msr: Source & Target = {
  ...plainTarget,
  title: 'Mirantis MSR',
  // MSR knows neither signature nor header for its webhooks: a receiver made for it has nothing but an unguessable URL.
  urlIsCredential: true,

  encode: (artifacts) =>
    artifacts.map((artifact) => ({
      artifacts: [artifact],
      body: JSON.stringify(wrapper(artifact)),
      contentType: 'application/json',
    })),

  recognises: (body) => 'contents' in body || ('type' in body && 'createdAt' in body),

  parse(body) {
    const type = textAt(body, 'type');
    if (type === undefined) throw new InputError('event: type is missing, expected "TAG_PUSH"');
    if (type !== 'TAG_PUSH' && type !== 'MANIFEST_PUSH') {
      const detail = `the event is of type ${quote(type)}; only "TAG_PUSH" and "MANIFEST_PUSH" publish something: let the repository's webhook fire for those alone`;
      return [{ reason: 'event-ignored', detail }];
    }
    const { contents } = body;
    if (!isObject(contents)) throw new InputError(`event: contents must be an object, found ${kindOf(contents)}`);
    const digest = textAt(contents, 'digest');
    if (digest === TEST_DIGEST) {
      const detail = 'this is the payload of the "Test" button, it names no real image: push one';
      return [{ reason: 'test-event', detail }];
    }
    const [namespace, repository] = [textAt(contents, 'namespace'), textAt(contents, 'repository')];
    if (namespace === undefined || repository === undefined) {
      throw new InputError(`event: contents.${namespace === undefined ? 'namespace' : 'repository'} is missing`);
    }
    const named = {
      field: 'contents',
      // Documented samples have an imageName without a host, or an empty one.
      host: splitHost(textAt(contents, 'imageName') ?? '').host,
      path: `${namespace}/${repository}`,
      tag: type === 'TAG_PUSH' ? textAt(contents, 'tag') : undefined,
      digests: [{ field: 'contents.digest', value: digest }],
    };
    return [named];
  },
};

function wrapper({ host, path, tag, digest }: Artifact): object {
  const slash = path.lastIndexOf('/');
  if (slash < 0) {
    throw new InputError(`artifact: ${quote(path)} has no namespace, but MSR names are namespace/repository`);
  }
  const [namespace, repository] = [path.slice(0, slash), path.slice(slash + 1)];
  const now = new Date().toISOString();
  const [type, named, place] =
    tag === undefined
      ? ['MANIFEST_PUSH', { host, path, ...(digest === undefined ? {} : { digest }) }, `manifests/${digest}`]
      : ['TAG_PUSH', { host, path, tag }, `tags/${tag}`];
  return {
    type,
    createdAt: now,
    contents: { namespace, repository, tag, digest, imageName: formatReference(named), pushedAt: now },
    location: `/repositories/${path}/${place}`,
  };
}
