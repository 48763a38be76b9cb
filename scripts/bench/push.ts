import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRegistry } from '../../__tests__/support/registry.ts';
import { atMost, mebibytes, progress, type Section, seconds, times } from './compare.ts';
import { inTurn, type Measure, median, mustRun, type Program, peakMemory, ratio, wallTime } from './measure.ts';
import type { Setting } from './setting.ts';

const ENTRY = fileURLToPath(new URL('../../dist/push/index.js', import.meta.url));
const MIB = 1024 ** 2;

type Tree = {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly target: number;
  /** Of the same push again. */
  readonly targetAgain?: number;
};

const SMALL = { name: '10 files', files: 10, bytes: 2_000, target: 2.5 };
const LARGE: readonly Tree[] = [
  // Receivers unpack 1 GiB at most.
  { name: '1 GiB in 16 files', files: 16, bytes: 63.9 * MIB, target: 0.7, targetAgain: 0.4 },
  // Most of the time goes into opening the files, which must be read to know that they are the same.
  { name: '50,000 small files', files: 50_000, bytes: 2_000, target: 1.3 },
];

/** Pushes to a real registry: of a small directory, of a large one, and of one that did not change. */
export async function push(setting: Setting): Promise<Section> {
  const rows = await pushSmall(setting);
  let sent = '';
  for (const tree of LARGE) {
    const large = await pushLarge(setting, tree);
    rows.push(...large.rows);
    sent = large.sent;
  }
  return {
    title: 'Push',
    text: [
      'The push action and a docker-registry on the same machine. For a small directory the floor is the three runs of skopeo that',
      'remain (what is there, copy, what is there now); for a dry run it is Node with an empty program. A large directory is',
      `compared with \`tar | gzip\`, which uploads nothing and uses two processors where it can. ${sent}`,
      'Pushing many small files again takes as long as opening and reading them.',
    ].join('\n'),
    head: ['Directory', 'Step', 'Floor', '× floor', 'Target', 'Peak memory'],
    rows,
  };
}

async function pushSmall(setting: Setting): Promise<(readonly string[])[]> {
  const path = grow(SMALL, dirname(setting.file('small', '')));
  const registry = await startRegistry();
  let pushes = 0;
  // A tag that is not there yet, for each program that is measured.
  const toNew: Measure = (program) => wallTime({ ...program, env: { ...program.env, INPUT_ARTIFACT: tag() } });
  const tag = () => `${registry.host}/acme/small-${pushes++}:main`;
  const first = tag();
  const program = pushOf(setting, { path, artifact: first });
  await mustRun(program);
  const layout = `oci:${path}-layout:main`;
  const skopeo = (...words: readonly string[]) => ['skopeo', '--insecure-policy', ...words].join(' ');
  await mustRun(setting.program('bash', ['-c', skopeo('copy -q --src-tls-verify=false', `docker://${first}`, layout)]));
  const inspect = skopeo('inspect --raw --tls-verify=false "docker://$INPUT_ARTIFACT"');
  const copy = skopeo('copy --preserve-digests --dest-tls-verify=false', layout, '"docker://$INPUT_ARTIFACT"');
  const floor = setting.program('bash', ['-c', `${inspect} 2> /dev/null; ${copy} && ${inspect}`]);
  const [floorMs = [], pushMs = []] = await inTurn([floor, program], setting.rounds, toNew);
  const dryRun = pushOf(setting, { path, artifact: first, 'dry-run': 'true' });
  const [emptyMs = [], dryMs = []] = await inTurn([setting.empty, dryRun], setting.rounds);
  progress(`${SMALL.name}: skopeo ${median(floorMs).toFixed(0)} ms, push ${median(pushMs).toFixed(0)} ms`);
  progress(`dry run: empty Node ${median(emptyMs).toFixed(0)} ms, push ${median(dryMs).toFixed(0)} ms`);
  const peaks = [mebibytes(await peakMemory(program, 1)), mebibytes(await peakMemory(dryRun, 1))] as const;
  await registry.close();
  return [
    [SMALL.name, 'first push', 'three runs of skopeo', times(ratio(pushMs, floorMs)), atMost(SMALL.target), peaks[0]],
    [SMALL.name, 'dry run', 'empty Node', times(ratio(dryMs, emptyMs)), atMost(2), peaks[1]],
  ];
}

/** A first push and one of the same files again, through a wire that counts. */
async function pushLarge(setting: Setting, tree: Tree): Promise<{ rows: (readonly string[])[]; sent: string }> {
  const path = grow(tree, dirname(setting.file(`${tree.files}-files`, '')));
  const archive = `${path}.tar.gz`;
  const tar = setting.program('bash', ['-c', `tar -C "${path}" -cf - . | gzip > "${archive}"`]);
  const registry = await startRegistry();
  const wire = await startWire(registry.host);
  const program = pushOf(setting, { path, artifact: `127.0.0.1:${wire.port}/acme/config:main` });
  const elsewhere = { INPUT_ARTIFACT: `127.0.0.1:${wire.port}/acme/other:main` };
  // Once: a round of the largest takes minutes.
  const tarMs = await wallTime(tar);
  const firstMs = await wallTime(program);
  const first = wire.takeBytes();
  const againMs = await wallTime(program);
  const again = wire.takeBytes();
  const peakAgain = mebibytes(await peakMemory(program, 1));
  const peak = mebibytes(await peakMemory({ ...program, env: { ...program.env, ...elsewhere } }, 1));
  wire.close();
  await registry.close();
  progress(`${tree.name}: tar | gzip ${seconds(tarMs)}, first push ${seconds(firstMs)}, again ${seconds(againMs)}`);
  rmSync(path, { recursive: true });
  rmSync(archive);
  const againTarget = tree.targetAgain === undefined ? '' : atMost(tree.targetAgain);
  const rows = [
    [tree.name, 'first push', 'tar and gzip', times(firstMs / tarMs), atMost(tree.target), peak],
    [tree.name, 'the same again', 'first push', times(againMs / firstMs), againTarget, peakAgain],
  ];
  const sent = `Of the ${tree.name} a first push sends ${(first / MIB).toFixed(0)} MiB, the next one ${(again / 1024).toFixed(1)} KiB.`;
  return { rows, sent };
}

/** Text-like contents: three quarters of their size when compressed, different in every file. */
function grow({ files, bytes }: Pick<Tree, 'files' | 'bytes'>, parent: string): string {
  const root = join(parent, `tree-${files}`);
  for (let index = 0; index < files; index++) {
    const directory = join(root, `part-${index % 500}`);
    if (index < 500) mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `${index}.txt`), randomBytes((bytes * 3) / 4).toString('base64'));
  }
  writeFileSync(join(root, '.doco-cd.yaml'), 'name: app\n');
  writeFileSync(join(root, 'compose.yaml'), 'services: {}\n');
  return root;
}

function pushOf(setting: Setting, inputs: Readonly<Record<string, string>>): Program {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const runner = {
    GITHUB_OUTPUT: setting.file('push-output', ''),
    GITHUB_STEP_SUMMARY: setting.file('push-summary', ''),
  };
  return setting.program(process.execPath, [ENTRY], {
    RUNNER_TEMP: dirname(runner.GITHUB_OUTPUT),
    GITHUB_ACTIONS: 'true',
    ...runner,
    ...Object.fromEntries(given),
  });
}

async function startWire(host: string): Promise<{ port: number; takeBytes(): number; close(): void }> {
  let bytes = 0;
  const [name = '', port = ''] = host.split(':');
  const server = createServer((client) => {
    const upstream = connect(Number(port), name);
    client.on('data', (chunk) => {
      bytes += chunk.length;
    });
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const takeBytes = () => {
    const taken = bytes;
    bytes = 0;
    return taken;
  };
  return { port: (server.address() as AddressInfo).port, takeBytes, close: () => server.close() };
}
