/**
 * When the state of a container is believed. One look can be wrong: a crashing container is `running` between two
 * crashes, and Compose fills State and Status from a list and Health and ExitCode from a later inspection.
 */

/** What one look at a container, or at a service of a Swarm, showed. */
export type Look = {
  readonly id: string;
  readonly condition: Condition;
  /** All that was seen, except how long it has been so. */
  readonly signature: string;
  /** Whether it was ever started. */
  readonly hasBegun: boolean;
  /** For how many seconds it has been up, at least. Missing where it is not up, or that is not shown. */
  readonly upSeconds?: number | undefined;
  /** Whether it has been up for a shorter time than it exists, so that somebody or something has restarted it. */
  readonly wasRestarted?: boolean | undefined;
};

export type Condition = 'well' | 'starting' | 'failed';

export type Steady = {
  /** What is believed. `starting` is also what is not yet. */
  readonly condition: Condition;
  /** How often it was seen to have been restarted. */
  readonly restarts: number;
};

/** Looks in a row that must agree before a state is believed, a second apart. */
const AGREEING = 3;
/**
 * The same after a restart: for ten seconds, after which Docker too takes a start for good, and for twice as long after
 * each further one, so that what is well between two crashes is not believed.
 */
const AFTER_RESTART = 10;
/** As many restarts in sight are a loop. */
const LOOP = 3;

type Known = {
  readonly look: Look;
  readonly agreeing: number;
  readonly restarts: number;
  /** Restarts before the first look, as far as they show: one or none. */
  readonly before: number;
};

/** Remembers looks, and says after each what is to be believed. */
export function createMemory(): (look: Look) => Steady {
  const known = new Map<string, Known>();
  return (look) => {
    const last = known.get(look.id);
    const isRestart = last !== undefined && look.upSeconds !== undefined && isRestarted(last.look, look.upSeconds);
    const restarts = (last?.restarts ?? 0) + (isRestart ? 1 : 0);
    const isSame = !isRestart && last?.look.signature === look.signature;
    const agreeing = isSame ? last.agreeing + 1 : 1;
    const before = last?.before ?? (look.wasRestarted === true ? 1 : 0);
    known.set(look.id, { look, agreeing, restarts, before });
    if (restarts >= LOOP) return { condition: 'failed', restarts };
    const needed = look.condition === 'well' ? neededAfter(before + restarts) : AGREEING;
    return { condition: agreeing >= needed ? look.condition : 'starting', restarts };
  };
}

function neededAfter(restarts: number): number {
  return restarts === 0 ? AGREEING : AFTER_RESTART * 2 ** (restarts - 1) + 1;
}

/** Whether what has been up for `nowSeconds` was started after `last`. The first start is no restart. */
function isRestarted({ hasBegun, upSeconds }: Look, nowSeconds: number): boolean {
  return hasBegun && (upSeconds === undefined || nowSeconds < upSeconds);
}
