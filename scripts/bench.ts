import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, release, type } from 'node:os';
import { parseArgs } from 'node:util';
import { type Comparison, compare, progress, type Section } from './bench/compare.ts';
import { whyNoUsage } from './bench/measure.ts';
import { COST, peersUnderFaults } from './bench/peers.ts';
import { push } from './bench/push.ts';
import { COMPARISONS, outage } from './bench/scenarios.ts';
import { prepare, type Setting } from './bench/setting.ts';
import { sizes } from './bench/sizes.ts';

/** `npm run bench`: what the bundled action costs, as ratios to what the same takes without it, in one run. */

const BENCHES: Readonly<Record<string, Comparison | ((setting: Setting) => Promise<Section>)>> = {
  ...COMPARISONS,
  outage,
  peers: COST,
  'peers-faults': peersUnderFaults,
  push,
  sizes,
};

const DOCUMENT = new URL('../docs/benchmarks.md', import.meta.url);
/** The end of it: what cannot be measured here. */
const BY_HAND = new URL('bench/peers/by-hand.md', import.meta.url);

const HELP = `npm run bench [-- options]

Measures whole processes of the bundled action (dist), from start to exit, in turn with bare Node doing the same (the floor),
and prints medians of the ratios of each pair. Results are shown next to their targets; a missed target is no error.
Needs GNU time, openssl, curl and, for push, tar, gzip, skopeo and docker-registry.

  --only NAME   one of ${Object.keys(BENCHES).join(', ')}; may be repeated
  --runs N      rounds of each comparison, 21 unless set; outages: as many steps side by side, at most 10
  --write       write what was found to docs/benchmarks.md too; with --only these sections alone, each with its date
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
    const missing = help ? undefined : whyNoUsage();
    if (missing !== undefined) throw new Error(missing);
    return { only, runs: Number(runs), write, help };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

/** The head of docs/benchmarks.md: when, with what and how it was measured. */
function conditions(runs: number): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const versionOf = (tool: string, option: string) =>
    execFileSync(tool, [option], { encoding: 'utf8' }).split(' ')[1] ?? '';
  const machine = `${type()} ${release()} ${arch()}, ${availableParallelism()} processors`;
  return `# Benchmarks

Measured on ${today()} with \`npm run bench -- --runs ${runs} --write\`: oci-webhook-action ${version}, Node ${process.versions.node}, curl ${versionOf('curl', '--version')},
OpenSSL ${versionOf('openssl', 'version')}, ${machine}.

Whole processes, from start to exit, against a receiver on the same machine. What is compared runs in turn (A B A B), and \`×\` is the
median of the ratios of each pair: milliseconds differ from machine to machine, ratios much less. The **floor** is bare Node that signs
the same message, posts it and reads the answer; nothing in JavaScript can be faster. Memory is the peak of the largest process, in
runs that are not timed.
`;
}

/** The section as Markdown whose table is readable as it is. */
function render({ title, text, head, rows }: Section): string {
  const filled = [...head.keys()].filter((column) => rows.some((row) => row[column]));
  const table = [head, ...rows].map((row) => filled.map((column) => row[column] || '–'));
  const widths = filled.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  const [first = '', ...others] = table.map(line);
  return `## ${title}\n\n${text}\n\n${[first, rule, ...others].join('\n')}\n`;
}

/** The parts of the document with these sections in place of those of the same title. The head of the document is not about them. */
function replaceSections(document: string, sections: readonly string[]): readonly string[] {
  const parts = document.split(/^(?=## )/m);
  for (const section of sections) {
    const [heading = ''] = section.split('\n', 1);
    const found = parts.findIndex((part) => part.startsWith(`${heading}\n`));
    const dated = `${section}\nMeasured on its own on ${today()}, with \`--runs ${runs}\`.`;
    parts.splice(found < 0 ? parts.length : found, 1, dated);
  }
  return parts;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
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
const sections: string[] = [];
try {
  for (const name of only) {
    progress(`\n${name} …`);
    const bench = BENCHES[name];
    if (bench === undefined) continue;
    const section = render(typeof bench === 'function' ? await bench(setting) : await compare(bench, setting));
    sections.push(section);
    console.log(`\n${section}`);
  }
} finally {
  setting.remove();
}
if (write) {
  const isComplete = Object.keys(BENCHES).every((name) => only.includes(name));
  const parts = isComplete
    ? [conditions(runs), ...sections, readFileSync(BY_HAND, 'utf8')]
    : replaceSections(readFileSync(DOCUMENT, 'utf8'), sections);
  writeFileSync(DOCUMENT, `${parts.map((part) => part.trim()).join('\n\n')}\n`);
}
