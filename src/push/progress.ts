import { info } from '../util/log.ts';
import { formatBytes, grouped, plural } from '../util/text.ts';
import { monotonicMs } from '../util/time.ts';
import type { Checked } from './check/directory.ts';
import { countFiles } from './outcome.ts';
import type { PackProgress } from './pack/tar.ts';

/** What the log says while something takes long. */

const PROGRESS_MS = 5_000;
const HEARTBEAT_MS = 15_000;

type Heartbeat = {
  /** Says what the step is waiting for from now on. */
  readonly waitingFor: (what: string) => void;
  readonly stop: () => void;
};

/** Logs again and again that the step is still there, and what it waits for: skopeo may say nothing for minutes. */
export function startHeartbeat(): Heartbeat {
  const startedMs = monotonicMs();
  let what = 'the files';
  const beat = () => info(`still waiting for ${what} after ${Math.round((monotonicMs() - startedMs) / 1000)} s`);
  const timer = setInterval(beat, HEARTBEAT_MS);
  return {
    waitingFor: (next) => {
      what = next;
    },
    stop: () => clearInterval(timer),
  };
}

/** Logs how far packing has come, at most every few seconds. */
export function progressOf(checked: Checked): (progress: Readonly<PackProgress>) => void {
  let loggedMs = monotonicMs();
  const all = `of ${plural(countFiles(checked), 'file')}`;
  return (progress) => {
    if (monotonicMs() - loggedMs < PROGRESS_MS) return;
    loggedMs = monotonicMs();
    info(`packed ${grouped(progress.files)} ${all}, ${formatBytes(progress.bytes)} of ${formatBytes(checked.bytes)}`);
  };
}
