import { fileURLToPath } from 'node:url';
import { inTurn, median, type Program, peakMemory, ratio } from './process.ts';
import { mebibytes, progress, type Section, times } from './section.ts';
import { SECRET, type Setting } from './setting.ts';

/** What somebody would write instead of using this action. */
export const PEERS = ['curl step', 'careful curl step', 'fetch step'] as const;

export type Contender = { readonly name: string; program(url: string): Program };

const script = (name: string) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));

/** The action, then the peers; each trusts the certificate of the bench as it would trust a public one. */
export function contenders(setting: Setting, inputs: Readonly<Record<string, string>> = {}): readonly Contender[] {
  const { path } = setting.certificate;
  const env = { SECRET, DIGEST: `sha256:${'3'.repeat(64)}`, ARTIFACT: 'ghcr.io/acme/app-config:v1.2.3' };
  const shell = (name: string) => (url: string) =>
    setting.program('bash', [script(name)], { ...env, CURL_CA_BUNDLE: path, URL: url });
  const trust = { NODE_EXTRA_CA_CERTS: path };
  return [
    { name: 'this action', program: (url) => setting.action({ ...inputs, url }, { env: trust }) },
    { name: PEERS[0], program: shell('step.sh') },
    { name: PEERS[1], program: shell('careful-step.sh') },
    {
      name: PEERS[2],
      program: (url) => setting.program(process.execPath, [script('fetch-step.mjs')], { ...env, ...trust, URL: url }),
    },
  ];
}

/** The cost of one delivery over https, next to what the alternatives cost. */
export async function peers(setting: Setting): Promise<Section> {
  const receiver = await setting.receiver('https');
  const url = `${receiver.origin}/v1/webhook`;
  const all = contenders(setting);
  const programs = all.map((contender) => contender.program(url));
  const floor = setting.floor([url], { env: { NODE_EXTRA_CA_CERTS: setting.certificate.path } });
  const [floorMs = [], ...found] = await inTurn([floor, ...programs], setting.rounds);
  const rows: (readonly string[])[] = [];
  for (const [index, program] of programs.entries()) {
    const name = all[index]?.name ?? '';
    const wallsMs = found[index] ?? [];
    progress(`${name}: ${median(wallsMs).toFixed(1)} ms`);
    const peak = mebibytes(await peakMemory(program, setting.memoryRuns));
    rows.push([name, times(ratio(wallsMs, floorMs)), peak]);
  }
  await receiver.close();
  return {
    title: 'Instead of this action: cost',
    text: [
      'One delivery over https to a receiver that answers at once, as a multiple of the same floor. The curl step is what the',
      'documentation of doco-cd amounts to, the careful one adds `--fail-with-body --max-time 15 --retry 5 --retry-connrefused`, the',
      'fetch step is a script on the fetch of Node; all are in `scripts/bench/peers`. The generic webhook actions (joelwmale/webhook-action,',
      'fjogeleit/http-request-action, slackapi/slack-github-action) could not be had: they are not in the npm registry.',
    ].join('\n'),
    head: ['Step', '× floor', 'Peak memory'],
    rows,
  };
}
