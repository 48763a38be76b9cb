import { textAt, InputError, quote, isObject, kindOf, splitHost, formatReference } from './index.js';
import { plainTarget } from './plain-target.js';

const TEST_DIGEST = 'sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';
const msr = {
  ...plainTarget,
  title: 'Mirantis MSR',
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
      host: splitHost(textAt(contents, 'imageName') ?? '').host,
      path: `${namespace}/${repository}`,
      tag: type === 'TAG_PUSH' ? textAt(contents, 'tag') : undefined,
      digests: [{ field: 'contents.digest', value: digest }],
    };
    return [named];
  },
};
function wrapper({ host, path, tag, digest }) {
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

export { msr };
