import { inTurn, median, peakMemory, ratio } from './process.ts';
import { atMost, mebibytes, progress, type Section, times } from './section.ts';
import { acceptAfter, type Setting } from './setting.ts';

type Path = {
  readonly name: string;
  readonly scheme: 'http' | 'https';
  readonly delayMs: number;
  /** How both sides trust the receiver. */
  readonly trust: 'none' | 'public' | 'own' | 'only own';
  readonly target?: number;
};

const PATHS: readonly Path[] = [
  { name: 'http, answers at once', scheme: 'http', delayMs: 0, trust: 'none' },
  { name: 'http, answers after 50 ms', scheme: 'http', delayMs: 50, trust: 'none' },
  { name: 'https, answers at once', scheme: 'https', delayMs: 0, trust: 'public', target: 1.25 },
  { name: 'https, answers after 50 ms', scheme: 'https', delayMs: 50, trust: 'public', target: 1.08 },
  { name: 'https, own authority, answers at once', scheme: 'https', delayMs: 0, trust: 'own', target: 1.25 },
  { name: 'https, own authority, answers after 50 ms', scheme: 'https', delayMs: 50, trust: 'own', target: 1.08 },
  { name: 'the same against a floor without roots', scheme: 'https', delayMs: 0, trust: 'only own' },
];

/** The path nearly every run takes: complete event, one endpoint, outputs and summary written. */
export async function oneEndpoint(setting: Setting): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const path of PATHS) rows.push(await measure(path, setting));
  return {
    title: 'One event, one endpoint',
    text: [
      'Outputs and summary are written. The floor is bare Node that sends one signed POST and reads the answer.',
      'In the rows named only https, both sides trust the receiver as they would trust a public certificate: through the roots of',
      'Node, to which NODE_EXTRA_CA_CERTS adds one. With its own authority the action is given `ca-certificate`, which adds to the',
      'roots, and the floor adds it too; in the last row the floor trusts that certificate alone, and is spared the roots.',
    ].join('\n'),
    head: ['Receiver', '× floor', 'Target', 'Peak memory', 'Target', 'Floor'],
    rows,
  };
}

async function measure({ name, scheme, delayMs, trust, target }: Path, setting: Setting): Promise<readonly string[]> {
  const { certificate, rounds, memoryRuns } = setting;
  const receiver = await setting.receiver(scheme, acceptAfter(delayMs));
  const env: Record<string, string> = trust === 'public' ? { NODE_EXTRA_CA_CERTS: certificate.path } : {};
  const isOwn = trust === 'own' || trust === 'only own';
  const ca = isOwn ? { ca: `${trust === 'own' ? '+' : ''}${certificate.path}` } : {};
  const floor = setting.floor([`${receiver.origin}/v1/webhook`], { env, ...ca });
  const inputs = { url: receiver.origin, ...(isOwn ? { 'ca-certificate': certificate.pem } : {}) };
  const action = setting.action(inputs, { env });
  const [floorMs = [], actionMs = []] = await inTurn([floor, action], rounds);
  const floorPeak = await peakMemory(floor, memoryRuns);
  const peak = await peakMemory(action, memoryRuns);
  await receiver.close();
  progress(`${name}: floor ${median(floorMs).toFixed(1)} ms, action ${median(actionMs).toFixed(1)} ms`);
  return [
    name,
    times(ratio(actionMs, floorMs)),
    target === undefined ? '–' : atMost(target),
    mebibytes(peak),
    '≤ 60 MiB',
    mebibytes(floorPeak),
  ];
}
