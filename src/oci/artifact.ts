import { formatReference } from './reference.ts';

/** How an artifact is written in a payload. */
export type ReferenceStyle = 'tag' | 'digest' | 'tag+digest';

/** A published OCI artifact. All parts are normalised and well-formed. */
export type Artifact = {
  readonly host: string;
  readonly path: string;
  readonly tag?: string | undefined;
  /** Digest of the manifest or index. Missing only where the receiver has no use for it. */
  readonly digest?: string | undefined;
  readonly style: ReferenceStyle;
  readonly mediaType?: string | undefined;
  /** The page of the package, for people. */
  readonly pageUrl?: string | undefined;
};

/** The reference of `artifact` in its own style. Without a tag it is named by its digest, whatever the style. */
export function nameArtifact({ host, path, tag, digest, style }: Artifact): string {
  const name = { host, path };
  if (tag === undefined) return formatReference({ ...name, digest });
  if (digest === undefined || style === 'tag') return formatReference({ ...name, tag });
  return formatReference(style === 'digest' ? { ...name, digest } : { ...name, tag, digest });
}

/** The references of `artifacts`, shortened to three: one message can name thousands. */
export function nameArtifacts(artifacts: readonly Artifact[], name = nameArtifact): string {
  const shown = artifacts.slice(0, 3).map(name);
  const more = artifacts.length > shown.length ? [`and ${artifacts.length - shown.length} more`] : [];
  return [...shown, ...more].join(', ');
}
