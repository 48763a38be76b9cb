import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mountWarnings } from '../../../../src/push/check/mounts.ts';
import { contentsOf } from '../../../support/push/contents.ts';

const FILES = { 'app/html/index.html': '', 'app/nginx.conf': '', 'app/token': '', 'top/x': '' };
const warningsOf = (compose: string) =>
  mountWarnings('app/compose.yaml', 'app', contentsOf({ ...FILES, 'app/compose.yaml': compose }));

describe('files of the artifact that containers mount', () => {
  const warned: Readonly<Record<string, readonly string[]>> = {
    'services: {web: {volumes: ["./html:/html:ro"]}}': ['services.web.volumes: "app/html"'],
    'services: {web: {volumes: ["./nginx.conf:/n", "../top:/t"]}}': [
      'services.web.volumes: "app/nginx.conf"',
      'services.web.volumes: "top"',
    ],
    'services: {web: {volumes: [{type: bind, source: html, target: /html}]}}': ['services.web.volumes: "app/html"'],
    'configs: {nginx: {file: nginx.conf}}': ['configs.nginx: "app/nginx.conf"'],
    'secrets: {token: {file: ./token}}': ['secrets.token: "app/token"'],
    'volumes: {h: {driver: local, driver_opts: {type: none, o: bind, device: ./html}}}': ['volumes.h: "app/html"'],
    'services: {a: {volumes: ["./html:/h"]}}\n---\nsecrets: {t: {file: token}}': [
      'services.a.volumes: "app/html"',
      'secrets.t: "app/token"',
    ],
  };
  for (const [compose, expected] of Object.entries(warned)) {
    test(compose, () => {
      const found = warningsOf(compose);
      assert.deepEqual(
        found.map((text) => text.replace(/ comes from the artifact.*/, '')),
        expected.map((text) => `app/compose.yaml: ${text}`),
      );
      for (const text of found)
        assert.match(text, /Use a label that changes with the commit, or put it into the image$/);
    });
  }

  test('a directory is emptied, a file only grows old', () => {
    assert.match(warningsOf('services: {a: {volumes: ["./html:/h"]}}').join(), /a later message empties it/);
    assert.match(warningsOf('secrets: {t: {file: token}}').join(), /a later version of it does not reach/);
  });

  const silent: readonly string[] = [
    '',
    'services:',
    'services: {web: {volumes: [named:/data, /var/run/docker.sock:/s, ~/x:/x, $DIR/y:/y, ./missing:/m, /anonymous]}}',
    'services: {web: {volumes: [{type: volume, source: html}, {type: tmpfs}]}}',
    'services: {web: {volumes: ["../:/artifact"]}}',
    'configs: {a: {content: x}, b: {external: true}, c: {file: 5}}',
    'volumes: {a: {driver_opts: {type: nfs, o: "addr=nas,rw", device: ":/share"}}, b: , c: {driver: local}}',
    'services: {web: !reset null}',
    'name: [',
  ];
  for (const compose of silent) test(JSON.stringify(compose), () => assert.deepEqual(warningsOf(compose), []));
});
