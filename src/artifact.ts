import { formatReference } from './reference.ts';

/** How an artifact is written in a payload. */
export type ReferenceStyle = 'tag' | 'digest' | 'tag+digest';

/** A published OCI artifact. Every part is normalised and well-formed. */
export type Artifact = {
  readonly host: string;
  readonly path: string;
  readonly tag?: string;
  /** Digest of the manifest or index; absent only where the target has no use for it. */
  readonly digest?: string;
  readonly style: ReferenceStyle;
  readonly mediaType?: string;
  readonly pageUrl?: string;
};

/** The reference of `artifact` in its own style; without a tag there is only the digest to name it by. */
export function nameArtifact({ host, path, tag, digest, style }: Artifact): string {
  const name = { host, path };
  if (tag === undefined) return formatReference(digest === undefined ? name : { ...name, digest });
  if (digest === undefined || style === 'tag') return formatReference({ ...name, tag });
  return formatReference(style === 'digest' ? { ...name, digest } : { ...name, tag, digest });
}

/** The references of `artifacts` in a few words: what a message with thousands of them is called. */
export function nameArtifacts(artifacts: readonly Artifact[], name = nameArtifact): string {
  const shown = artifacts.slice(0, 3).map(name);
  const more = artifacts.length > shown.length ? [`and ${artifacts.length - shown.length} more`] : [];
  return [...shown, ...more].join(', ');
}
