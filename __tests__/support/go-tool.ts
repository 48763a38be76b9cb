import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Tools written in Go, built at one version below .cache, which npm ci leaves alone, with no network but the Go proxy. */

const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

export type GoTool = { readonly name: string; readonly package: string; readonly version: string };

/** Where the program is once it is installed. */
export function pathOf({ name, version }: GoTool): string {
  return join(CACHE, name, version, name);
}

/** Why the tool cannot be used on this machine; undefined when it can. */
export function whyNoGoTool(tool: GoTool): string | undefined {
  if (existsSync(pathOf(tool)) || hasGo()) return undefined;
  return `there is no Go here to install ${tool.name} with`;
}

function hasGo(): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((directory) => existsSync(join(directory, 'go')));
}

/** Builds the tool if it is not there: up to a minute, once. */
export function installGoTool(tool: GoTool): void {
  if (existsSync(pathOf(tool))) return;
  const directory = join(CACHE, tool.name, tool.version);
  mkdirSync(directory, { recursive: true });
  // The home is the user's, for the settings of Go there; nothing is written to it.
  const caches = { GOMODCACHE: join(CACHE, 'go/modules'), GOCACHE: join(CACHE, 'go/build') };
  const env = { ...process.env, ...caches, HOME: userInfo().homedir, GOBIN: directory, GOFLAGS: '-modcacherw' };
  execFileSync('go', ['install', `${tool.package}@${tool.version}`], { env, stdio: ['ignore', 'ignore', 'pipe'] });
}
