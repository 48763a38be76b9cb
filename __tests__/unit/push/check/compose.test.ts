import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingReferences } from '../../../../src/push/check/compose.ts';
import { contentsOf } from '../../../support/push/contents.ts';

const missing = (compose: string, files: Readonly<Record<string, string>> = {}, directory = '.') => {
  const path = directory === '.' ? 'compose.yaml' : `${directory}/compose.yaml`;
  return missingReferences(path, directory, contentsOf({ [path]: compose, ...files }));
};

describe('what a compose file refers to and the artifact lacks', () => {
  const lacking: Readonly<Record<string, readonly string[]>> = {
    'services: {web: {env_file: web.env}}': ['services.web.env_file: "web.env"'],
    'services: {web: {env_file: [a.env, {path: b.env}, {path: c.env, required: false}]}}': [
      'services.web.env_file: "a.env"',
      'services.web.env_file: "b.env"',
    ],
    'services: {web: {label_file: labels}}': ['services.web.label_file: "labels"'],
    'services: {web: {extends: {file: base.yaml, service: web}}}': ['services.web.extends: "base.yaml"'],
    'include: [db.yaml]': ['include: "db.yaml"'],
    'include: [{path: [a.yaml, b.yaml], env_file: x.env}]': [
      'include: "a.yaml"',
      'include: "b.yaml"',
      'include.env_file: "x.env"',
    ],
    'configs: {nginx: {file: ./nginx.conf}}': ['configs.nginx: "nginx.conf"'],
    'secrets: {key: {file: key.txt}}': ['secrets.key: "key.txt"'],
    'services: {web: {volumes: ["./data:/data", "../up:/up:ro", ".:/all"]}}': [
      'services.web.volumes: "data"',
      'services.web.volumes: "../up"',
    ],
    'services: {web: {volumes: [".data:/data"]}}': ['services.web.volumes: ".data"'],
    'volumes: {store: {driver: local, driver_opts: {type: none, o: bind, device: ./store}}}': [
      'volumes.store: "store"',
    ],
    'services: {web: {build: {context: ".", dockerfile_inline: FROM a, additional_contexts: {a: ./a, b: b}}}}': [
      'services.web.build.additional_contexts.a: "a"',
      'services.web.build.additional_contexts.b: "b"',
    ],
    'services: {web: {build: {context: ".", dockerfile_inline: FROM a, additional_contexts: ["a=../a"]}}}': [
      'services.web.build.additional_contexts.a: "../a"',
    ],
    'services: {web: {<<: {env_file: web.env}}}': ['services.web.env_file: "web.env"'],
    'services: {web: {volumes: [{type: bind, source: ./data, target: /data}]}}': ['services.web.volumes: "data"'],
    'services: {web: {build: ./app}}': ['services.web.build: "app"', 'services.web.build.dockerfile: "app/Dockerfile"'],
    'services: {web: {build: {dockerfile: Web.Dockerfile}}}': ['services.web.build.dockerfile: "Web.Dockerfile"'],
    'services: {web: {build: {context: app, dockerfile_inline: FROM scratch}}}': ['services.web.build: "app"'],
    'name: [': [],
  };
  for (const [compose, expected] of Object.entries(lacking)) {
    test(compose, () => {
      const found = missing(compose);
      if (expected.length === 0) assert.match(found.join(), /^compose\.yaml: line 1, column \d+: /);
      else
        assert.deepEqual(
          found,
          expected.map((text) => `compose.yaml: ${text} is not in the artifact`),
        );
    });
  }
});

describe('what is there, or nobody can know', () => {
  const files = { 'web.env': '', 'app/Dockerfile': '', 'data/x': '', 'db/compose.yaml': '', 'db/db.env': '' };
  const complete: readonly string[] = [
    '',
    'services:',
    'services: {web: }',
    'services: [web]',
    'services: {web: {env_file: ./web.env, volumes: ["./data:/d", "./web.env:/e"], build: app}}',
    'services: {web: {volumes: [named:/data, /var/run/docker.sock:/s, ~/x:/x, $DIR/y:/y, ./$X:/z, /anonymous]}}',
    'services: {web: {volumes: [{type: volume, source: v}, {type: tmpfs}]}}',
    'services: {web: {build: "https://github.com/acme/app.git#main"}}',
    'services: {web: {build: "git@github.com:acme/app.git"}}',
    'services: {web: {build: {context: app, additional_contexts: {a: "docker-image://alpine", b: "service:web", c: data}}}}',
    'services: {web: {build: {context: app, additional_contexts: [5, x]}}}',
    'volumes: {a: {driver_opts: {type: nfs, o: "addr=nas,rw", device: ":/share"}}, b: , c: {driver: local}}',
    'include: ["oci://ghcr.io/acme/base:v1", db/compose.yaml]',
    'configs: {a: {content: x}, b: {external: true}, c: {environment: X}}',
    'services: {web: {extends: other, env_file: [{path: 5}], build: !reset null}}',
    'services: {web: !override {ports: []}}',
  ];
  for (const compose of complete) test(JSON.stringify(compose), () => assert.deepEqual(missing(compose, files), []));
});

test('paths are relative to working_dir, and to the directory of an included file', () => {
  const included = 'services: {db: {env_file: db.env, volumes: ["./init.sql:/i"]}}';
  const compose = 'include: [../db/compose.yaml]\nservices: {web: {env_file: web.env}}';
  const files = { 'db/compose.yaml': included, 'db/db.env': '' };
  assert.deepEqual(missing(compose, files, 'apps'), [
    'apps/compose.yaml: services.web.env_file: "apps/web.env" is not in the artifact',
    'db/compose.yaml: services.db.volumes: "db/init.sql" is not in the artifact',
  ]);
});

test('files that include each other are read once', () => {
  assert.deepEqual(missing('include: [b.yaml]', { 'b.yaml': 'include: [compose.yaml, b.yaml]' }), []);
});
