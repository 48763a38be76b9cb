import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, release, type } from 'node:os';
import { parseArgs } from 'node:util';
import { GNU_TIME } from './bench/measure.ts';
import { type Row, SCENARIOS } from './bench/scenarios.ts';
import { prepare } from './bench/setting.ts';

/** `npm run bench`: what the bundled actions cost, as ratios to what the same takes without them. */

const NAMES = Object.keys(SCENARIOS) as readonly (keyof typeof SCENARIOS)[];
const DOCUMENT = new URL('../docs/benchmarks.md', import.meta.url);
/** The part of the document between these is written by --write. */
const MARKED = /(?<=<!-- measured -->\n).*(?=<!-- end of measured -->)/s;

const HELP = `npm run bench [-- options]

Measures whole processes of the bundled actions (dist), from start to exit, in turn with bare Node doing the same, and prints
the medians beside their targets. A missed target is no error. Needs GNU time, openssl, skopeo and docker-registry.

  --only NAME   one of ${NAMES.join(', ')}; may be repeated
  --runs N      rounds of each comparison, 21 unless set; outages: as many steps side by side, at most 10
  --write       write what was found to docs/benchmarks.md; not with --only
  --help        this text`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        runs: { type: 'string', default: '21' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { only = NAMES, runs, write, help } = values;
    const unknown = only.find((name) => !(name in SCENARIOS));
    if (unknown !== undefined) throw new Error(`--only: there is no bench ${unknown}`);
    if (!/^[1-9]\d{0,3}$/.test(runs)) throw new Error(`--runs: ${runs} is not a number from 1 to 9999`);
    if (write && values.only !== undefined) throw new Error('--write: only everything together is written');
    if (!existsSync(GNU_TIME)) throw new Error(`GNU time is not installed as ${GNU_TIME}`);
    return { chosen: NAMES.filter((name) => only.includes(name)), rounds: Number(runs), write, help };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

/** The rows as a Markdown table that is readable as it is. */
function render(rows: readonly Row[]): string {
  const table = [['', 'Measured', 'Target'], ...rows.map(({ what, found, target }) => [what, found, target || '–'])];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = '', ...others] = table.map(line);
  return [head, line(widths.map((width) => '-'.repeat(width))), ...others].join('\n');
}

const { chosen, rounds, write, help } = readOptions();
if (help) {
  console.log(HELP);
  process.exit(0);
}
const setting = prepare();
const rows: Row[] = [];
try {
  for (const name of chosen) {
    console.error(`${name} …`);
    rows.push(...(await SCENARIOS[name](setting, rounds)));
  }
} finally {
  setting.remove();
}
console.log(render(rows));
if (write) {
  const machine = `${type()} ${release().split('-')[0]} ${arch()}, ${availableParallelism()} processors`;
  const when = `${new Date().toISOString().slice(0, 10)}, ${rounds} rounds, Node ${process.versions.node}, ${machine}`;
  const document = readFileSync(DOCUMENT, 'utf8');
  writeFileSync(DOCUMENT, document.replace(MARKED, `${when}:\n\n${render(rows)}\n`));
}
