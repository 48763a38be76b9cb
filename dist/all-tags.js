import { nameArtifact, InputError, isSignatureTag } from './index.js';

async function addTags(judged, options) {
  const { say } = options;
  const asked = new Map();
  const all = [];
  for (const entry of judged) {
    if ('reason' in entry) {
      all.push([entry]);
      continue;
    }
    refuseElsewhere(entry);
    if (entry.tag === undefined) {
      say(`all-tags: ${nameArtifact(entry)} has no tag, and is sent alone`);
      all.push([entry]);
      continue;
    }
    const key = `${entry.host}/${entry.path} ${entry.digest ?? entry.tag}`;
    const known = asked.get(key) ?? otherTags(entry, options);
    asked.set(key, known);
    const tags = new Set([entry.tag, ...(await known)]);
    all.push([...tags].map((tag) => ({ ...entry, tag })));
  }
  return all.flat();
}
function refuseElsewhere(artifact) {
  if (artifact.host === 'ghcr.io' || artifact.host.startsWith('containers.')) return;
  throw new InputError(
    `all-tags: ${nameArtifact(artifact)} is not in GitHub Packages; remove the input, or list the tags in artifact`,
  );
}
async function otherTags(artifact, options) {
  const { listTags, warn, signal } = options;
  const { path, tag = '', digest } = artifact;
  const name = nameArtifact(artifact);
  const slash = path.indexOf('/');
  const wanted = { owner: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1), tag };
  const listed = await listTags(digest === undefined ? wanted : { ...wanted, digest });
  if (signal.aborted) throw new InputError(`cancelled while looking up the tags of ${name}`);
  if (listed.kind === 'found') return listed.tags.filter((tag) => !isSignatureTag(tag));
  const why =
    listed.kind === 'absent'
      ? `the Packages API lists no version of it that is ${digest ?? tag}`
      : listed.kind === 'denied'
        ? `the token may not read the package (${listed.words}); give the job "permissions: packages: read", and let the package allow this repository`
        : `the Packages API failed (${listed.words})`;
  warn(`all-tags: only ${name} is sent: ${why}`);
  return [];
}

export { addTags };
