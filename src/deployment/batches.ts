type Queue = { readonly before?: Promise<unknown>; readonly tasks: Promise<unknown>[] };

/** Tasks with the same key, of which so many run at a time. */
type Place = { readonly key: string; readonly size: number };

/**
 * Runs tasks with the same key in batches of `size`: the first of a batch begins when the last of the one before has
 * ended. Unlike a limit on how many run at once, no task sees more than `size` others begin after it. `onFull` is
 * called when there is a second batch.
 */
export function createBatches(
  onFull: (key: string, size: number) => void,
): <T>(place: Place, task: () => Promise<T>) => Promise<T> {
  const queues = new Map<string, Queue>();
  return ({ key, size }, task) => {
    let queue = queues.get(key) ?? { tasks: [] };
    if (queue.tasks.length === size) {
      if (queue.before === undefined) onFull(key, size);
      queue = { before: Promise.allSettled(queue.tasks), tasks: [] };
    }
    queues.set(key, queue);
    const done = queue.before === undefined ? task() : queue.before.then(task);
    queue.tasks.push(done);
    return done;
  };
}
