type Queue = { readonly before?: Promise<unknown>; readonly tasks: Promise<unknown>[] };

/**
 * Runs tasks with the same key in batches of `size`: the first of a batch begins when the last of the one before has ended.
 * Unlike a limit on how many run at once, no task sees more than `size` others begin after it. `onFull` is called with the key
 * when there is a second batch.
 */
export function createBatches(
  size: number,
  onFull: (key: string) => void,
): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const queues = new Map<string, Queue>();
  return (key, task) => {
    let queue = queues.get(key) ?? { tasks: [] };
    if (queue.tasks.length === size) {
      if (queue.before === undefined) onFull(key);
      queue = { before: Promise.allSettled(queue.tasks), tasks: [] };
    }
    queues.set(key, queue);
    const done = queue.before === undefined ? task() : queue.before.then(task);
    queue.tasks.push(done);
    return done;
  };
}
