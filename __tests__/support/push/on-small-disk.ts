import { spawnSync } from 'node:child_process';
import { entry } from './run-push.ts';

/**
 * An entry that runs the real one where RUNNER_TEMP is a disk of 256 KiB. Mounting one takes a namespace of its own, which an
 * ordinary user gets on most machines, and on the others through sudo. Fails when something is left on that disk.
 */
const WAYS: readonly (readonly string[])[] = [
  ['unshare', '--user', '--map-root-user', '--mount'],
  ['sudo', '--non-interactive', '--preserve-env', 'unshare', '--mount'],
];
const mount = 'mount -t tmpfs -o size=256k tmpfs "$RUNNER_TEMP"';

const way = WAYS.find(([command = '', ...args]) => spawnSync(command, [...args, 'sh', '-c', mount]).status === 0);
if (way === undefined) throw new Error('no small disk can be mounted: allow unprivileged user namespaces or sudo');
const [command = '', ...args] = [
  ...way,
  'sh',
  '-c',
  `${mount} && "$@"; code=$?; [ -z "$(ls -A "$RUNNER_TEMP")" ] && exit $code`,
  'sh',
  process.execPath,
  entry(),
];
process.exitCode = spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;
