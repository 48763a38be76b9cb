import { monotonicMs, nameArtifact, InputError, sleep, formatReference } from './index.js';

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const SETTLE_MS = 3_000;
function needsRegistry({ tag, digest }, { needsDigest, verify }) {
  return digest === undefined ? needsDigest || verify : verify && tag !== undefined;
}
async function resolve(artifacts, options) {
  const resolved = [];
  const skips = [];
  const endMs = monotonicMs() + options.deadlineMs;
  const settledMs = Math.min(monotonicMs() + SETTLE_MS, endMs);
  for (const artifact of artifacts) {
    if (!needsRegistry(artifact, options)) {
      if (options.verify) options.log(`${nameArtifact(artifact)} has no tag that could have moved: nothing to verify`);
      resolved.push(artifact);
    } else if (artifact.digest === undefined) resolved.push(await complete(artifact, endMs, options));
    else if (!artifact.digest.startsWith('sha256:')) {
      throw new InputError(
        `verify: the digest of ${nameArtifact(artifact)} is ${artifact.digest}, and only sha256 can be compared with what the registry has; remove verify`,
      );
    } else {
      const now = await awaitTag({ ...artifact, digest: artifact.digest }, { settledMs, endMs }, options);
      if (now === artifact.digest) resolved.push(artifact);
      else
        skips.push({
          reason: 'superseded',
          detail: `${nameArtifact(artifact)} points at ${now} by now: what was pushed since sends its own message; if nothing was, correct digest`,
        });
    }
  }
  return { artifacts: resolved, skips };
}
async function complete(artifact, endMs, options) {
  const name = nameArtifact(artifact);
  if (artifact.tag === undefined) throw new InputError(`${name} has neither tag nor digest: set the digest input`);
  const answer = await askUntil(artifact, ({ kind }) => (kind === 'absent' && options.verify ? endMs : 0), options);
  if (answer.kind === 'found') {
    options.log(`the registry has ${answer.digest} as ${name}`);
    return { ...artifact, digest: answer.digest };
  }
  throw answer.kind === 'absent'
    ? new InputError(
        `${name} is not in its registry, so its digest cannot be looked up; check the tag, or notify after the push: ${answer.words}`,
      )
    : new InputError(
        `digest is empty, and looking up ${name} failed: ${problem(answer)}; ${options.verify ? 'remove verify and set the digest input' : 'set the digest input'} to need no look-up`,
      );
}
async function awaitTag(artifact, { settledMs, endMs }, options) {
  const name = nameArtifact(artifact);
  const mayChangeUntilMs = (answer) => {
    if (answer.kind === 'found') return answer.digest === artifact.digest ? 0 : settledMs;
    return answer.kind === 'absent' ? endMs : 0;
  };
  const answer = await askUntil(artifact, mayChangeUntilMs, options);
  if (answer.kind === 'found') return answer.digest;
  throw answer.kind === 'absent'
    ? new InputError(
        `verify: ${name} is still not in its registry after ${options.deadlineMs / 1000} s (${answer.words}); raise deadline if it takes longer to appear`,
      )
    : new InputError(`verify: checking ${name} failed: ${problem(answer)}`);
}
async function askUntil(artifact, mayChangeUntilMs, options) {
  const place = artifact.digest === undefined ? 'in its registry' : `at ${artifact.digest}`;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    const answer = await ask(artifact, options);
    const leftMs = mayChangeUntilMs(answer) - monotonicMs();
    if (leftMs <= 0) return answer;
    const pauseMs = Math.ceil(Math.min(waitMs, leftMs));
    options.log(`${nameArtifact(artifact)} is not ${place} yet, asking again in ${pauseMs} ms`);
    await sleep(pauseMs, options.signal);
  }
}
async function ask({ host, path, tag }, { lookUp, signal }) {
  const reference = { host, path, ...(tag === undefined ? {} : { tag }) };
  for (let attempt = 1; ; attempt++) {
    const answer = signal.aborted ? undefined : await lookUp(reference, signal);
    if (answer === undefined || signal.aborted) {
      throw new InputError(`cancelled while looking up ${formatReference(reference)}`);
    }
    if (answer.kind !== 'unreachable' || attempt === ATTEMPTS) return answer;
    await sleep(FIRST_WAIT_MS * 2 ** attempt, signal);
  }
}
function problem(answer) {
  if (answer.kind === 'no-tool') {
    return 'there is no skopeo, docker buildx, crane or oras on this runner; install skopeo (apt-get install skopeo)';
  }
  const isDenied = /unauthorized|authentication|credential|denied|forbidden/i.test(answer.words);
  return `${answer.words}${isDenied ? ' (log in to the registry before this step, as with docker/login-action)' : ''}`;
}

export { resolve };
