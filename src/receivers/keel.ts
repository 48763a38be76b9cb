import { is2xx, isIncomplete } from '../http/types.ts';
import type { Deployer } from './deployer.ts';

const PATH = /\/v1\/webhooks\/(azure|dockerhub|github|harbor|jfrog|native|quay|registry)\/*$/;

/** The last part of its paths by the format that each reads. */
const TYPES: Readonly<Record<string, string>> = {
  distribution: 'registry',
  'docker-hub': 'dockerhub',
  github: 'github',
  harbor: 'harbor',
};

/**
 * Keel, `/v1/webhooks/<type>`. It accepts with an empty answer, and says what is wrong in plain text. Source: keel pkg/http.
 */
export const keel: Deployer = {
  matches: ({ pathname }) => PATH.test(pathname),

  hint(result, { format, endpoint, artifact }) {
    if (result.kind === 'failure' || isIncomplete(result)) return undefined;
    const { status, body } = result;
    const type = PATH.exec(endpoint.pathname)?.[1];
    const wanted = TYPES[format];
    if (type !== wanted && (is2xx(result) || status === 400 || status === 404)) {
      return wanted === undefined
        ? `Keel does not read format ${format}; use distribution, and a url that ends in /webhooks/registry`
        : `Keel reads format ${format} at a url that ends in /webhooks/${wanted}; correct the url, or the format`;
    }
    if (is2xx(result) && body.trim() !== '')
      return 'this answer is not from Keel, which would be empty; check that the url leads to it';
    if (is2xx(result) && type === 'github' && artifact !== undefined && artifact.host !== 'ghcr.io')
      return 'Keel takes every image for one of ghcr.io at this url, so nothing uses this one; set format to distribution, and let the url end in /webhooks/registry';
    if (status === 401) return 'Keel wants a login; put user:password@ before the host in the url';
    return undefined;
  },
};
