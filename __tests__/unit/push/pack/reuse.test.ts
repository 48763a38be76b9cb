import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { checkDirectory } from '../../../../src/push/check/directory.ts';
import { buildConfig, buildImage } from '../../../../src/push/pack/image.ts';
import { type Packing, pack } from '../../../../src/push/pack/layer.ts';
import { reuseLayer } from '../../../../src/push/pack/reuse.ts';
import { SMALLEST, temporary, tree } from '../../../support/push/directory.ts';

/** A layer that a registry may have, and whether it may take the place of packing. */

const root = tree({ ...SMALLEST, text: 'some text\n'.repeat(10_000) });

function packingOf(): Packing {
  const file = join(temporary(), 'layer');
  const checked = checkDirectory(root, { repository: 'config' });
  return { ...checked, mtime: new Date(0), file, signal: new AbortController().signal, onProgress: () => {} };
}

const packing = packingOf();
const packed = await pack(packing);
const archive = gunzipSync(readFileSync(packing.file));

const digestOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The manifest of an image with this layer that claims to hold the packed archive. */
function manifestOf(layer: Buffer, changes: Readonly<Record<string, unknown>> = {}): string {
  const image = buildImage({ digest: digestOf(layer), bytes: layer.length, diffId: packed.diffId }, {});
  return JSON.stringify({ ...JSON.parse(image.manifest.text), ...changes });
}

async function reuse(layer: Buffer, manifest = manifestOf(layer)) {
  const packing = packingOf();
  let isFetched = false;
  const fetch = async (directory: string) => {
    isFetched = true;
    writeFileSync(join(directory, digestOf(layer).slice('sha256:'.length)), layer);
    return true;
  };
  const reused = await reuseLayer(packing, { manifest, fetch });
  const left = readdirSync(dirname(packing.file));
  assert.deepEqual(left, reused === undefined ? [] : ['layer'], 'what is left beside the layer');
  return { reused, isFetched, file: packing.file };
}

describe('a layer of the registry', () => {
  test('with the same archive is taken, however it was compressed', async () => {
    for (const level of [1, 6, 9]) {
      const layer = gzipSync(archive, { level });
      const { reused, file } = await reuse(layer);
      assert.deepEqual(reused, { digest: digestOf(layer), bytes: layer.length, diffId: packed.diffId });
      assert.deepEqual(readFileSync(file), layer);
    }
  });

  test('that only claims to hold the archive is not taken', async () => {
    const changed = Buffer.from(archive);
    changed[changed.length >> 1] = 0;
    const good = gzipSync(archive);
    const wrong: Readonly<Record<string, Buffer>> = {
      'another archive': gzipSync(changed),
      'a longer one': gzipSync(Buffer.concat([archive, Buffer.alloc(1024)])),
      'a shorter one': gzipSync(archive.subarray(0, -1024)),
      'not compressed': archive,
      'cut off': good.subarray(0, -20),
      'with something after it': Buffer.concat([good, Buffer.from('more')]),
      'without anything': Buffer.alloc(0),
    };
    for (const [name, layer] of Object.entries(wrong)) {
      const { reused, isFetched } = await reuse(layer);
      assert.deepEqual([reused, isFetched], [undefined, true], name);
    }
  });

  test('that unpacks to far more than there are files ends early', async () => {
    // 12 GiB in 200 members, which takes zlib more than ten seconds.
    const member = gzipSync(Buffer.alloc(64 * 1024 ** 2), { level: 1 });
    const bomb = Buffer.concat(Array.from({ length: 200 }, () => member));
    const startedMs = performance.now();
    assert.equal((await reuse(bomb)).reused, undefined);
    assert.ok(performance.now() - startedMs < 3_000);
  });

  test('is not even fetched where the manifest tells that it is another', async () => {
    const layer = gzipSync(archive);
    const [named] = JSON.parse(manifestOf(layer)).layers;
    const manifests: Readonly<Record<string, string>> = {
      'other files': manifestOf(layer, { config: { digest: buildConfig(digestOf(layer)).digest } }),
      'two layers': manifestOf(layer, { layers: [named, named] }),
      'no layer': manifestOf(layer, { layers: [] }),
      'a layer from elsewhere': manifestOf(layer, { layers: [{ ...named, urls: ['http://127.0.0.1/'] }] }),
      'a path as digest': manifestOf(layer, { layers: [{ ...named, digest: 'sha256:../../x' }] }),
      'an index': '{"manifests":[]}',
      'no JSON': 'x',
    };
    for (const [name, manifest] of Object.entries(manifests)) {
      const { reused, isFetched } = await reuse(layer, manifest);
      assert.deepEqual([reused, isFetched], [undefined, false], name);
    }
  });

  test('that cannot be fetched is packed instead', async () => {
    const packing = packingOf();
    const manifest = manifestOf(gzipSync(archive));
    assert.equal(await reuseLayer(packing, { manifest, fetch: async () => false }), undefined);
    assert.deepEqual(await pack(packing), packed);
    assert.ok(existsSync(packing.file));
  });
});
