import { formatReference } from '../oci/reference.ts';
import { countFiles, type PushOutcome } from './outcome.ts';

/** Every declared output, on every path. Except in a dry run, `artifact` and `digest` hold only what is in the registry. */
export function pushOutputs(outcome: PushOutcome): Readonly<Record<string, string>> {
  if (outcome.kind !== 'dry-run' && outcome.kind !== 'pushed') {
    return { artifact: '', artifacts: '[]', repository: '', digest: '', size: '', files: '' };
  }
  const { inputs, checked, image } = outcome;
  const there =
    outcome.kind === 'dry-run'
      ? inputs.destinations
      : outcome.uploads
          .filter(({ kind }) => kind === 'pushed' || kind === 'unchanged')
          .map(({ destination }) => destination);
  const names = there.map((destination) => formatReference(destination));
  const digest = names.length > 0 ? image.manifest.digest : '';
  const [first] = there;
  return {
    artifact: names.join('\n'),
    artifacts: JSON.stringify(names.map((artifact) => ({ artifact, digest }))),
    repository: first === undefined ? '' : formatReference({ host: first.host, path: first.path }),
    digest,
    size: String(image.bytes),
    files: String(countFiles(checked)),
  };
}
