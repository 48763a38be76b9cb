import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { conditions } from './bench/conditions.ts';
import { largeEvents } from './bench/events.ts';
import { fanOut } from './bench/fan-out.ts';
import { firstByte } from './bench/first-byte.ts';
import { oneEndpoint } from './bench/one-endpoint.ts';
import { outage } from './bench/outage.ts';
import { peers } from './bench/peers.ts';
import { peersUnderFaults } from './bench/peers-faults.ts';
import { push } from './bench/push.ts';
import { quietSteps } from './bench/quiet.ts';
import { progress, render, type Section } from './bench/section.ts';
import { prepare, type Setting } from './bench/setting.ts';
import { sizes } from './bench/sizes.ts';

/** `npm run bench`: what the bundled action costs, as ratios to what the same takes without it, in one run. */

const BENCHES: Readonly<Record<string, (setting: Setting) => Promise<Section>>> = {
  'one-endpoint': oneEndpoint,
  'first-byte': firstByte,
  quiet: quietSteps,
  events: largeEvents,
  'fan-out': fanOut,
  outage,
  peers,
  'peers-faults': peersUnderFaults,
  push,
  sizes,
};

const HELP = `npm run bench [-- options]

Measures whole processes of the bundled action (dist), from start to exit, in turn with bare Node doing the same (the floor),
and prints medians of the ratios of each pair. Found and target stand beside each other; a missed target is no error.

  --only NAME   one of ${Object.keys(BENCHES).join(', ')}; may be repeated
  --runs N      rounds of each comparison, 21 unless set; outages: as many steps side by side, at most 10
  --write       write what was found to docs/benchmarks.md too
  --help        this text`;

const options = {
  only: { type: 'string', multiple: true },
  runs: { type: 'string', default: '21' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function readOptions() {
  try {
    const { only = Object.keys(BENCHES), runs, write, help } = parseArgs({ options }).values;
    const unknown = only.find((name) => !(name in BENCHES));
    if (unknown !== undefined) throw new Error(`--only: there is no bench ${unknown}`);
    if (!/^[1-9]\d{0,3}$/.test(runs)) throw new Error(`--runs: ${runs} is not a number from 1 to 9999`);
    if (write && only.length < Object.keys(BENCHES).length)
      throw new Error('--write: docs/benchmarks.md holds all or nothing');
    return { only, runs: Number(runs), write, help };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

const { only, runs, write, help } = readOptions();
if (help) {
  console.log(HELP);
  process.exit(0);
}
const setting = prepare(runs);
// What it leaves behind may be gigabytes.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    setting.remove();
    process.exit(1);
  });
}
const sections: string[] = write ? [conditions(runs)] : [];
try {
  for (const name of only) {
    progress(`\n${name} …`);
    const section = await BENCHES[name]?.(setting);
    if (section === undefined) continue;
    sections.push(render(section));
    console.log(`\n${render(section)}`);
  }
} finally {
  setting.remove();
}
if (write) writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), sections.join('\n'));
