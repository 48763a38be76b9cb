import { type Case, D1, describeSource } from '../../../support/source-cases.ts';

const hub = (repository: unknown, push: unknown = { tag: 'main', pushed_at: 1.7e9, pusher: 'alice' }) => ({
  callback_url: 'https://registry.hub.docker.com/u/x/hook/y/',
  push_data: push,
  repository,
});

const CASES: readonly Case[] = [
  ['push', hub({ repo_name: 'acme/app' }), { send: ['docker.io/acme/app:main'] }],
  ['official image', hub({ repo_name: 'ubuntu' }), { send: ['docker.io/library/ubuntu:main'] }],
  [
    'another registry, as this action writes it',
    hub({ repo_name: 'ghcr.io/acme/app' }),
    { send: ['ghcr.io/acme/app:main'] },
  ],
  [
    'with the digest input',
    hub({ repo_name: 'acme/app' }),
    { send: [`docker.io/acme/app:main ${D1}`] },
    { digest: D1 },
  ],
  ['upper-case name', hub({ repo_name: 'Acme/app' }), { error: /lower-case/ }],
  ['empty name', hub({ repo_name: ' ', name: 'app', namespace: 'acme' }), { error: /repo_name is missing/ }],
  ['repository null', hub(null), { error: /repository must be an object, found null/ }],
  ['push_data null', hub({ repo_name: 'acme/app' }, null), { error: /push_data must be an object, found null/ }],
  ['empty tag', hub({ repo_name: 'acme/app' }, { tag: '' }), { skip: 'untagged' }],
  ['bad tag', hub({ repo_name: 'acme/app' }, { tag: 'a b' }), { error: /tag|character/ }],
];

describeSource('Docker Hub', CASES);
