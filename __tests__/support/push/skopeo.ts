import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

/** What skopeo prints. */
export function skopeo(...args: string[]): string {
  return execFileSync('skopeo', ['--insecure-policy', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The digest that a registry has under a reference now, asked without the action. */
export function remoteDigest(reference: string): string {
  const raw = skopeo('inspect', '--raw', '--tls-verify=false', `docker://${reference}`);
  return `sha256:${createHash('sha256').update(raw).digest('hex')}`;
}
