import { readFileSync } from 'node:fs';
import { inTurn, median, peakMemory, ratio } from './process.ts';
import { atMost, mebibytes, progress, type Section, times } from './section.ts';
import type { Setting } from './setting.ts';

/** Steps that send nothing, against Node with an empty program. */
export async function quietSteps(setting: Setting): Promise<Section> {
  const untagged = new URL('../../__tests__/fixtures/events/arch-manifest-untagged.json', import.meta.url);
  const event = setting.file('untagged.json', readFileSync(untagged, 'utf8'));
  const url = 'https://127.0.0.1:9';
  const steps = [
    { name: 'dry run', program: setting.action({ 'dry-run': 'true' }) },
    { name: 'skip (untagged)', program: setting.action({ url }, { event }) },
    { name: 'skip (filtered)', program: setting.action({ url, filter: 'ghcr.io/other/**' }) },
  ];
  const [emptyMs = [], ...found] = await inTurn(
    [setting.empty, ...steps.map(({ program }) => program)],
    setting.rounds,
  );
  progress(`empty program: ${median(emptyMs).toFixed(1)} ms`);
  const rows: (readonly string[])[] = [];
  for (const [index, { name, program }] of steps.entries()) {
    const wallsMs = found[index] ?? [];
    progress(`${name}: ${median(wallsMs).toFixed(1)} ms`);
    const peak = mebibytes(await peakMemory(program, setting.memoryRuns));
    rows.push([name, times(ratio(wallsMs, emptyMs)), atMost(2), peak]);
  }
  return {
    title: 'Nothing to send',
    text: 'Outputs and summary are written here too. Compared with Node running an empty file.',
    head: ['Step', '× empty', 'Target', 'Peak memory'],
    rows,
  };
}
