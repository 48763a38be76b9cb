import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRegistry } from '../../__tests__/support/registry.ts';
import { atMost, mebibytes, progress, type Section, seconds, times } from './compare.ts';
import { inTurn, median, mustRun, type Program, peakMemory, ratio } from './measure.ts';
import type { Setting } from './setting.ts';

const ENTRY = fileURLToPath(new URL('../../dist/push/index.js', import.meta.url));
const MIB = 1024 ** 2;

type Tree = { readonly name: string; readonly files: number; readonly bytes: number };

const TREES: readonly Tree[] = [
  // Receivers unpack 1 GiB at most.
  { name: '1 GiB in 16 files', files: 16, bytes: 63.9 * MIB },
  { name: '50,000 small files', files: 50_000, bytes: 2_000 },
];

/** Packing against `tar | gzip` of the same tree, and what a second push uploads. */
export async function push(setting: Setting): Promise<Section> {
  const rounds = Math.min(setting.rounds, 3);
  const rows: (readonly string[])[] = [];
  let again = '';
  for (const tree of TREES) {
    const path = grow(tree, dirname(setting.file(`${tree.files}-files`, '')));
    const pack = pushOf(setting, { path, artifact: 'ghcr.io/acme/config:main', 'dry-run': 'true' });
    const tar = setting.program('bash', ['-c', `tar -C "${path}" -cf - . | gzip > "${path}.tar.gz"`]);
    const [tarMs = [], packMs = []] = await inTurn([tar, pack], rounds);
    progress(`${tree.name}: tar | gzip ${seconds(median(tarMs))}, push ${seconds(median(packMs))}`);
    const peak = mebibytes(await peakMemory(pack, 1));
    rows.push([tree.name, times(ratio(packMs, tarMs)), atMost(1.3), peak]);
    if (tree.files > 1_000) again = await pushTwice(setting, path);
    rmSync(path, { recursive: true });
    rmSync(`${path}.tar.gz`);
  }
  return {
    title: 'Push: packing',
    text: [
      'The push action in a dry run (check, pack, hash and compress with zlib level 6), against `tar | gzip` of the same tree, which',
      `uses two processors where it can. ${again}`,
    ].join('\n'),
    head: ['Directory', '× tar and gzip', 'Target', 'Peak memory'],
    rows,
  };
}

/** Text-like contents: three quarters of their size when compressed, different in every file. */
function grow({ files, bytes }: Tree, parent: string): string {
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

/** Pushes the same tree twice to a real registry through a wire that counts. */
async function pushTwice(setting: Setting, path: string): Promise<string> {
  const registry = await startRegistry();
  const wire = await startWire(registry.host);
  const program = pushOf(setting, { path, artifact: `127.0.0.1:${wire.port}/acme/config:main` });
  await mustRun(program);
  const first = wire.takeBytes();
  await mustRun(program);
  const second = wire.takeBytes();
  wire.close();
  await registry.close();
  progress(`first push sent ${first} bytes, the second ${second}`);
  return `Of the tree of small files a first push sends ${(first / MIB).toFixed(0)} MiB to the registry, a second one ${(second / 1024).toFixed(1)} KiB.`;
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
