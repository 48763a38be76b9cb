import { type Artifact, nameArtifact } from '../oci/artifact.ts';
import { formatReference } from '../oci/reference.ts';
import { InputError } from '../util/errors.ts';

/** In a path, braces are escaped when the URL is parsed; in a query they are not. */
const PLACEHOLDER = /(?:\{|%7B)(artifact|repository|tag|digest)(?:\}|%7D)/gi;

/** Whether this placeholder is in `url`. */
export function hasPlaceholder(url: URL, name: 'artifact' | 'repository' | 'tag' | 'digest'): boolean {
  return [...url.href.matchAll(PLACEHOLDER)].some(([, found]) => found?.toLowerCase() === name);
}

/**
 * `url` with the parts of `artifact` in place of `{artifact}`, `{repository}` (as Docker writes it, `ghcr.io/acme/app`
 * or `acme/app`), `{tag}` and `{digest}`, percent-encoded.
 * @throws InputError when the artifact has no such part.
 */
export function fillPlaceholders(url: URL, artifact: Artifact): URL {
  const { href } = url;
  const filled = href.replace(PLACEHOLDER, (_, name: string) => encodeURIComponent(part(name.toLowerCase(), artifact)));
  return filled === href ? url : new URL(filled);
}

function part(name: string, artifact: Artifact): string {
  const { host, path, tag, digest } = artifact;
  const parts: Readonly<Record<string, string | undefined>> = {
    artifact: nameArtifact(artifact),
    repository: host === 'docker.io' ? path.replace(/^library\//, '') : formatReference({ host, path }),
    tag,
    digest,
  };
  const found = parts[name];
  if (found !== undefined) return found;
  throw new InputError(`url: it has {${name}}, but ${nameArtifact(artifact)} has no ${name}`);
}
