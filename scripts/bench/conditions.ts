import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, release, type } from 'node:os';

/** The head of docs/benchmarks.md: when, with what and how it was measured. */
export function conditions(runs: number): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const first = (command: string, ...args: string[]) =>
    execFileSync(command, args, { encoding: 'utf8' }).split('\n')[0];
  const [, curl = ''] = /^curl (\S+)/.exec(first('curl', '--version') ?? '') ?? [];
  const [, openssl = ''] = /^OpenSSL (\S+)/.exec(first('openssl', 'version') ?? '') ?? [];
  const machine = `${type()} ${release()} ${arch()}, ${availableParallelism()} processors`;
  return `# Benchmarks

Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run bench -- --runs ${runs} --write\`: oci-webhook-action ${version}, Node ${process.versions.node}, curl ${curl},
OpenSSL ${openssl}, ${machine}.

Whole processes, from start to exit, against a receiver on the same machine. What is compared runs in turn (A B A B), and \`×\` is the
median of the ratios of each pair: milliseconds differ from machine to machine, ratios much less. The **floor** is bare Node that signs
the same message, posts it and reads the answer; nothing in JavaScript can be faster. Memory is the peak of the largest process, from
runs of its own.
`;
}
