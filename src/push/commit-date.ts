import { findTool, runTool } from '../util/exec.ts';
import { dateOfEpoch } from './pack/annotations.ts';

/** Reading one object takes git milliseconds. */
const TIMEOUT_MS = 10_000;
/**
 * Anybody may have written the directory, and files in it can make it a repository. git fetches a missing object with a
 * command that the repository names. Older versions obey only the second variable.
 */
const NO_FETCH = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };

/**
 * When the commit that is being built was made. 1970 where git does not know it, so that the digest never depends on
 * the clock.
 */
export async function commitDate(
  root: string,
  { GITHUB_SHA: sha }: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Date> {
  const git = findTool('git');
  if (git === undefined || !/^[0-9a-f]{40,64}$/.test(sha ?? '')) return new Date(0);
  // Who owns it does not matter (containers map users): reading an object this way runs nothing that the repository
  // configures.
  const trust = ['-c', 'safe.directory=*', '-c', 'safe.bareRepository=explicit'];
  const args = [...trust, '-C', root, 'cat-file', 'commit', sha ?? ''];
  const commit = await runTool(git, args, { env: NO_FETCH, signal, timeoutMs: TIMEOUT_MS });
  const seconds = /^committer .*> (\d{1,12}) [+-]\d{4}$/m.exec(commit.stdout)?.[1];
  const date = commit.exitCode === 0 ? dateOfEpoch(seconds ?? '') : undefined;
  return date ?? new Date(0);
}
