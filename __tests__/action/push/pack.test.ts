import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { checkDirectory } from '../../../src/push/check/directory.ts';
import { type Layer, pack } from '../../../src/push/pack/layer.ts';
import { tarBlocks } from '../../../src/push/pack/tar.ts';
import { InputError } from '../../../src/util/errors.ts';
import { difficult, SMALLEST, temporary, tree } from '../../support/push/directory.ts';

const check = (root: string) => checkDirectory(root, undefined, new AbortController().signal);

async function packed(root: string, options: { mtime?: Date; file?: string } = {}): Promise<Layer> {
  const file = options.file ?? join(temporary(), 'layer');
  const signal = new AbortController().signal;
  return pack({
    ...(await check(root)),
    mtime: options.mtime ?? new Date(0),
    file,
    signal,
    onProgress: () => {},
  });
}

describe('pack', () => {
  test('digests are those of the file and of the archive in it', async () => {
    const file = join(temporary(), 'layer');
    const { digest, diffId, bytes } = await packed(tree(difficult()), { file });
    const sha256 = (data: Buffer) => `sha256:${createHash('sha256').update(data).digest('hex')}`;
    assert.equal(digest, sha256(readFileSync(file)));
    assert.equal(diffId, sha256(gunzipSync(readFileSync(file))));
    assert.equal(bytes, statSync(file).size);
  });

  test('GNU tar reads names, sizes, modes, owners and times as they were meant', async () => {
    const file = join(temporary(), 'layer');
    await packed(tree({ ...SMALLEST, 'run.sh*': 'x', 'grün/': '' }), { file, mtime: new Date(86_400_000) });
    const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' };
    const listed = execFileSync('tar', ['--list', '--verbose', '--numeric-owner', '--file', file, '--gzip'], {
      encoding: 'utf8',
      env,
    });
    assert.deepEqual(
      listed
        .trim()
        .split('\n')
        .map((line) => line.replace(/ +/g, ' ')),
      [
        '-rw-r--r-- 0/0 10 1970-01-02 00:00 .doco-cd.yaml',
        '-rw-r--r-- 0/0 13 1970-01-02 00:00 compose.yaml',
        'drwxr-xr-x 0/0 0 1970-01-02 00:00 grün/',
        '-rwxr-xr-x 0/0 1 1970-01-02 00:00 run.sh',
      ],
    );
  });

  test('clocks, umasks, the order of creation and the place of the directory do not matter', async () => {
    const files = difficult();
    const first = tree(files);
    const second = tree(Object.fromEntries(Object.entries(files).reverse()));
    for (const { path, kind, executable } of (await check(second)).entries) {
      utimesSync(join(second, path), 1e9, 1e9);
      chmodSync(join(second, path), kind === 'directory' ? 0o700 : executable ? 0o711 : 0o600);
    }
    assert.deepEqual(await packed(first), await packed(second));
  });

  test('an executable bit, a name, a byte and SOURCE_DATE_EPOCH do matter', async () => {
    const layers = [
      await packed(tree({ ...SMALLEST, x: '1' })),
      await packed(tree({ ...SMALLEST, 'x*': '1' })),
      await packed(tree({ ...SMALLEST, y: '1' })),
      await packed(tree({ ...SMALLEST, x: '2' })),
      await packed(tree({ ...SMALLEST, x: '1' }), { mtime: new Date(1000) }),
    ];
    assert.equal(new Set(layers.map(({ digest }) => digest)).size, layers.length);
  });

  test('a file that changes while it is read is named', async () => {
    const root = tree({ ...SMALLEST, zz: 'x'.repeat(3 * 1024 ** 2) });
    utimesSync(join(root, 'zz'), 1, 1);
    const { entries } = await check(root);
    const blocks = tarBlocks(root, entries, { mtime: new Date(0), progress: { files: 0, bytes: 0 } });
    assert.equal(blocks.next().done, false);
    writeFileSync(join(root, 'zz'), 'y', { flag: 'r+' });
    assert.throws(() => [...blocks], /"[^"]*zz" was changed while it was packed/);
  });

  test('the digest is the same on every machine', async () => {
    // Text that compresses, so that zlib's matching is part of the digest. This digest was found with Node 24.5.0 and 24.21.0
    // on x64 with and without SSE 4.2 and PCLMUL, and on arm64. Should a later Node bundle another zlib, this test says so:
    // then every artifact gets a new digest once, which belongs into the release notes.
    const words = Array.from({ length: 200_000 }, (_, index) => `word-${(index * index) % 7919}`).join(' ');
    const { digest, diffId } = await packed(tree({ ...SMALLEST, words }));
    assert.equal(diffId, 'sha256:14fef6120479bbf8fb85317981bee4234c8699d5cca3043704ab68de42fa34b1');
    assert.equal(digest, 'sha256:45b690a6f1dcd20196042c24b23af6404a3a01a9c3a5a42198219636806c7ffa');
  });

  test('a file that changes between check and packing is named', async () => {
    const root = tree({ ...SMALLEST, grows: 'x', zz: '' });
    const grows = join(root, 'grows');
    const spoils = [
      () => writeFileSync(grows, 'xy'),
      () => truncateSync(grows, 0),
      // As long as before.
      () => writeFileSync(grows, 'y'),
      // And as old as before.
      () => {
        writeFileSync(grows, 'y');
        utimesSync(grows, 1, 1);
      },
      () => {
        writeFileSync(`${root}-other`, 'y');
        utimesSync(`${root}-other`, 1, 1);
        renameSync(`${root}-other`, grows);
      },
    ];
    for (const spoil of spoils) {
      writeFileSync(grows, 'x');
      utimesSync(grows, 1, 1); // However coarse the clock of the file system is.
      const checked = await check(root);
      await pause(20); // Longer than a tick of that clock.
      spoil();
      const packing = pack({
        ...checked,
        mtime: new Date(0),
        file: join(temporary(), 'layer'),
        signal: new AbortController().signal,
        onProgress: () => {},
      });
      await assert.rejects(
        packing,
        (error) => error instanceof InputError && /"[^"]*grows" was changed while it was packed/.test(error.message),
      );
    }
  });

  test('a file that becomes a link between check and packing is not followed', async () => {
    const root = tree({ ...SMALLEST, x: '0123456789' });
    const checked = await check(root);
    execFileSync('ln', ['-sf', join(root, 'compose.yaml'), join(root, 'x')]);
    const packing = pack({
      ...checked,
      mtime: new Date(0),
      file: join(temporary(), 'layer'),
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    await assert.rejects(packing, (error) => error instanceof InputError && /x" cannot be read/.test(error.message));
  });

  test('a file that becomes a pipe between check and packing is not waited for', { timeout: 20_000 }, async () => {
    const root = tree({ ...SMALLEST, x: '0123456789' });
    const { entries } = await check(root);
    execFileSync('sh', ['-c', 'rm x && mkfifo x'], { cwd: root });
    const blocks = tarBlocks(root, entries, { mtime: new Date(0), progress: { files: 0, bytes: 0 } });
    assert.throws(() => [...blocks], /x" was changed while it was packed/);
  });

  test('memory does not grow with the directory, and progress is reported', async () => {
    const root = tree({ ...SMALLEST, large: '' });
    truncateSync(join(root, 'large'), 512 * 1024 ** 2);
    const inner = `
      const { checkDirectory } = await import(${JSON.stringify(new URL('../../../src/push/check/directory.ts', import.meta.url).href)});
      const { pack } = await import(${JSON.stringify(new URL('../../../src/push/pack/layer.ts', import.meta.url).href)});
      let calls = 0;
      const signal = new AbortController().signal;
      await pack({ ...(await checkDirectory(${JSON.stringify(root)}, undefined, signal)), mtime: new Date(0), file: ${JSON.stringify(join(temporary(), 'layer'))}, signal, onProgress: () => calls++ });
      console.log(JSON.stringify({ calls, mebibytes: process.resourceUsage().maxRSS / 1024 }));
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', inner], { encoding: 'utf8' });
    const { calls, mebibytes } = JSON.parse(output);
    assert.ok(calls > 500, `${calls} calls`);
    assert.ok(mebibytes < 200, `${mebibytes} MiB`);
  });
});
