import { formatReference } from '../oci/reference.ts';
import { countFiles, type PushOutcome } from './outcome.ts';
import { isInDoubt, isThere } from './upload.ts';

/**
 * Every declared output, on every path. Except in a dry run, those that name references hold only what is in the
 * registry.
 */
export function pushOutputs(outcome: PushOutcome): Readonly<Record<string, string>> {
  if (outcome.kind !== 'dry-run' && outcome.kind !== 'pushed') {
    return { artifact: '', artifacts: '[]', 'in-doubt': '', repository: '', digest: '', size: '', files: '' };
  }
  const { inputs, checked, image } = outcome;
  const uploads =
    outcome.kind === 'pushed'
      ? outcome.uploads
      : inputs.destinations.map((destination) => ({ kind: 'pushed', destination }) as const);
  const names = uploads.filter(isThere).map(({ destination }) => formatReference(destination));
  const doubtful = uploads.filter(isInDoubt).map(({ destination }) => formatReference(destination));
  const digest = names.length > 0 ? image.manifest.digest : '';
  const { host = '', path = '' } = uploads.find(isThere)?.destination ?? {};
  return {
    artifact: names[0] ?? '',
    artifacts: JSON.stringify(names.map((artifact) => ({ artifact, digest }))),
    'in-doubt': doubtful.join('\n'),
    repository: names.length > 0 ? formatReference({ host, path }) : '',
    digest,
    size: String(image.bytes),
    files: String(countFiles(checked)),
  };
}
