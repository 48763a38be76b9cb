/** Resolves when it is the caller's turn, to what ends that turn. It may be called more than once. */
type Limiter = (key: string) => Promise<() => void>;

/** Admits `limit` at a time for each key; the others wait in the order in which they came. */
export function createLimiter(limit: number): Limiter {
  const lines = new Map<string, { inside: number; readonly waiting: (() => void)[] }>();
  return async (key) => {
    const line = lines.get(key) ?? { inside: 0, waiting: [] };
    lines.set(key, line);
    if (line.inside < limit) line.inside += 1;
    else await new Promise<void>((enter) => line.waiting.push(enter));
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const next = line.waiting.shift();
      if (next === undefined) line.inside -= 1;
      else next();
    };
  };
}
