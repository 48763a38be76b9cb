import { readFileSync } from 'node:fs';
import { inTurn, median, peakMemory, ratio } from './process.ts';
import { mebibytes, progress, type Section, times } from './section.ts';
import type { Setting } from './setting.ts';

/** What a large event costs beyond reading and parsing it. */
export async function largeEvents(setting: Setting): Promise<Section> {
  const receiver = await setting.receiver('http');
  const small = setting.file('20-kib.json', eventOf(20 * 1024));
  const large = setting.file('5-mb.json', eventOf(5_000_000));
  const floorOf = (event: string) => setting.floor([`${receiver.origin}/v1/webhook`], { body: `@${event}` });
  const actionOf = (event: string) => setting.action({ url: receiver.origin }, { event });
  const programs = [floorOf(small), actionOf(small), floorOf(large), actionOf(large)];
  const found = await inTurn(programs, setting.rounds);
  const [floorSmall = [], actionSmall = [], floorLarge = [], actionLarge = []] = found;
  const peaks: string[] = [];
  for (const program of programs) peaks.push(mebibytes(await peakMemory(program, setting.memoryRuns)));
  await receiver.close();
  progress(`floor, action at 20 KiB, then at 5 MB: ${found.map((ms) => median(ms).toFixed(1)).join(', ')} ms`);
  return {
    title: 'Large events',
    text: [
      'An event of 20 KiB and one of 5 MB, against bare Node that reads and parses the same file and then sends one signed POST',
      '(http, answers at once). If the ratio does not grow with the event, nothing but parsing does.',
    ].join('\n'),
    head: ['Event', '× floor', 'Target', 'Peak memory', 'Floor'],
    rows: [
      ['20 KiB', times(ratio(actionSmall, floorSmall)), '–', peaks[1] ?? '', peaks[0] ?? ''],
      ['5 MB', times(ratio(actionLarge, floorLarge)), 'no more than at 20 KiB', peaks[3] ?? '', peaks[2] ?? ''],
    ],
  };
}

/** The tagged event, filled up with the commit messages and labels that make real events large. */
function eventOf(size: number): string {
  const path = new URL('../../__tests__/fixtures/events/index-tagged.json', import.meta.url);
  const event: { registry_package: Record<string, unknown> } = JSON.parse(readFileSync(path, 'utf8'));
  const line = { name: 'org.opencontainers.image.description', value: 'What changed, "quoted" and told at length.\n' };
  const missing = size - JSON.stringify(event).length;
  event.registry_package.labels = Array.from(
    { length: Math.ceil(missing / (JSON.stringify(line).length + 1)) },
    () => line,
  );
  return JSON.stringify(event);
}
