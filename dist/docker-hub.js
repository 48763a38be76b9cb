import { isObject, InputError, kindOf, textAt, splitHost, parseObject, formatReference } from './index.js';
import { plainTarget } from './plain-target.js';

const dockerHub = {
  ...plainTarget,
  title: 'Docker Hub',
  urlIsCredential: true,
  needsDigest: false,
  encode: (artifacts) =>
    artifacts.map((artifact) => ({
      artifacts: [artifact],
      body: JSON.stringify(notification(artifact)),
      contentType: 'application/json',
    })),
  mayRetry: (exchange, usual) =>
    exchange.kind === 'answer' ? exchange.status === 429 || exchange.status >= 500 : usual,
  words(body) {
    const said = parseObject(body);
    return textAt(said, 'error') ?? textAt(said, 'msg') ?? (said && Object.keys(said).length === 0 ? '' : undefined);
  },
  hint(exchange) {
    if (exchange.kind === 'failure') return undefined;
    const { status, body } = exchange;
    const said = dockerHub.words(body) ?? '';
    if (/^refreshed 0 warehouse/.test(said)) {
      return 'no Warehouse of Kargo subscribes to this repository with this tag; compare repoURL and the tag selector';
    }
    if (status === 404) return "no receiver has this url; copy it anew from the receiver's status in Kargo";
    if (said === 'invalid request body') return 'something between here and Kargo changed the request body';
    if (/^failed to refresh/.test(said))
      return "Kargo could not refresh every Warehouse; its controller's log says why";
    return undefined;
  },
  recognises: (body) => 'push_data' in body || ('repository' in body && 'callback_url' in body),
  parse({ repository, push_data: push }) {
    if (!isObject(repository)) throw new InputError(`event: repository must be an object, found ${kindOf(repository)}`);
    if (!isObject(push)) throw new InputError(`event: push_data must be an object, found ${kindOf(push)}`);
    const name = textAt(repository, 'repo_name');
    if (name === undefined) throw new InputError('event: repository.repo_name is missing');
    const { host = 'docker.io', rest: path } = splitHost(name);
    const named = {
      field: 'repository',
      host,
      path,
      tag: textAt(push, 'tag'),
      digests: [],
      mediaType: textAt(push, 'media_type'),
      pageUrl: textAt(repository, 'repo_url'),
    };
    return [named];
  },
};
function notification({ host, path, tag, mediaType }) {
  return {
    push_data: { tag, media_type: mediaType },
    repository: { repo_name: host === 'docker.io' ? path : formatReference({ host, path }) },
  };
}

export { dockerHub };
