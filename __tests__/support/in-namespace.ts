import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tests in a network of their own, where names, routes and lost packets are ours to make. Linux only. */

/** As root, as an ordinary user on most machines, and through sudo on the others. */
const WAYS = [
  ['unshare', '--net', '--mount'],
  ['unshare', '--user', '--map-root-user', '--net', '--mount'],
  ['sudo', '--non-interactive', '--preserve-env', 'unshare', '--net', '--mount'],
];

/** Set where the tests run inside. */
export const isInside = process.env.OCI_WEBHOOK_NAMESPACE !== undefined;

/** `$1` is a directory with hosts and resolv.conf. The rest is the command to run inside. */
const ENTER = `set -e
ip link set lo up
ip address add 10.9.9.9/32 dev lo
mount --bind "$1/hosts" /etc/hosts
mount --bind "$1/resolv.conf" /etc/resolv.conf
shift
exec "$@"`;

/** Runs a test file inside, and fails with all that it said if one of its tests does, or if no such network can be made. */
export function runInside(file: string, hosts: readonly string[]): void {
  const way = WAYS.find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0);
  if (way === undefined) throw new Error('no network namespace can be made here: allow user namespaces, or sudo');
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-network-'));
  try {
    writeFileSync(join(directory, 'hosts'), `${['127.0.0.1 localhost', ...hosts].join('\n')}\n`);
    writeFileSync(join(directory, 'resolv.conf'), 'nameserver 127.0.0.1\noptions timeout:2 attempts:1\n');
    const [program = '', ...args] = [...way, 'sh', '-c', ENTER, 'sh', directory, process.execPath, '--test', file];
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const run = spawnSync(program, args, { env: { ...env, OCI_WEBHOOK_NAMESPACE: '1' }, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`inside the network namespace:\n${run.stdout}${run.stderr}`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export type NameServer = {
  /** Questions for addresses (A) by name. */
  readonly asked: ReadonlyMap<string, number>;
  close(): Promise<void>;
};

/** What a name server does with the nth question for a name: an address after some time, or that there is no such name. */
export type Reply = (name: string, nth: number) => { readonly address?: string; readonly afterMs?: number } | undefined;

/** A name server on port 53, which answers as `reply` says, or not at all. */
export async function startNameServer(reply: Reply): Promise<NameServer> {
  const asked = new Map<string, number>();
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address: from }) => {
    const [name, end] = readName(question, 12);
    const isAddress = question.readUInt16BE(end) === 1;
    if (isAddress) asked.set(name, (asked.get(name) ?? 0) + 1);
    const answer = reply(name, asked.get(name) ?? 0);
    if (answer === undefined) return;
    const { address, afterMs = 0 } = answer;
    const head = Buffer.from(question.subarray(0, end + 4));
    head.writeUInt16BE(address === undefined ? 0x81_83 : 0x81_80, 2); // NXDOMAIN or no error.
    head.fill(0, 6, 12);
    const hasRecord = address !== undefined && isAddress;
    head.writeUInt16BE(hasRecord ? 1 : 0, 6);
    const record = hasRecord ? [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)] : [];
    setTimeout(() => socket.send(Buffer.concat([head, Buffer.from(record)]), port, from), afterMs);
  });
  await new Promise<void>((resolve) => socket.bind(53, '127.0.0.1', resolve));
  return { asked, close: () => new Promise((resolve) => socket.close(() => resolve())) };
}

function readName(message: Buffer, from: number): readonly [name: string, end: number] {
  const labels: string[] = [];
  let at = from;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return [labels.join('.'), at + 1];
}
