import { is2xx, isIncomplete } from '../http/types.ts';
import type { Deployer } from './deployer.ts';

/** What the `type` in its URL is: the format that it reads, and the only registry whose images it then updates. */
const TYPES: Readonly<Record<string, { readonly format: string; readonly host?: string }>> = {
  'docker.io': { format: 'docker-hub', host: 'docker.io' },
  'ghcr.io': { format: 'github', host: 'ghcr.io' },
  harbor: { format: 'harbor' },
};

/**
 * Argo CD Image Updater, `/webhook?type=<registry>`. It accepts whatever it can read, also what no application uses, and says
 * what is wrong in plain text. Source: argocd-image-updater pkg/webhook/{server,webhook,docker,ghcr,harbor}.go.
 */
export const imageUpdater: Deployer = {
  matches: ({ pathname, searchParams }) =>
    /\/webhook\/*$/.test(pathname) && Object.hasOwn(TYPES, searchParams.get('type') ?? ''),

  hint(result, { format, endpoint, artifact }) {
    const known = TYPES[endpoint.searchParams.get('type') ?? ''];
    if (known === undefined || result.kind === 'failure' || isIncomplete(result)) return undefined;
    const { status, body } = result;
    if (is2xx(result)) {
      if (!/^Webhook received/.test(body)) {
        return 'this answer is not from Argo CD Image Updater, which would say that it received the webhook; check that the url leads to it';
      }
      return known.host === undefined || artifact === undefined || artifact.host === known.host
        ? undefined
        : 'Image Updater takes every image for one of the registry that `type` in the url names, so nothing uses this one; set format and that type to harbor';
    }
    if (status !== 400) return undefined;
    if (known.format !== format)
      return `Image Updater reads format ${known.format} with the \`type\` that is in the url; correct the type, or the format`;
    if (/secret|signature|authorization/i.test(body))
      return "compare secret, or Authorization in headers, or `secret` in the url's query with the webhook secret of Image Updater";
    return undefined;
  },
};
