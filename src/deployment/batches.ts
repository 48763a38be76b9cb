type Lane = { readonly before?: Promise<unknown>; readonly tasks: Promise<unknown>[] };

/**
 * Runs tasks with the same key in batches of `size`: the first of a batch begins when the last of the one before has ended.
 * Unlike a limit on how many run at once, no task sees more than `size` others begin after it. `onFull` is called with the key
 * when there is a second batch.
 */
export function createBatches(
  size: number,
  onFull: (key: string) => void,
): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const lanes = new Map<string, Lane>();
  return (key, task) => {
    let lane = lanes.get(key) ?? { tasks: [] };
    if (lane.tasks.length === size) {
      if (lane.before === undefined) onFull(key);
      lane = { before: Promise.allSettled(lane.tasks), tasks: [] };
    }
    lanes.set(key, lane);
    const done = lane.before === undefined ? task() : lane.before.then(task);
    lane.tasks.push(done);
    return done;
  };
}
