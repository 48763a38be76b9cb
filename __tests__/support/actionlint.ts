import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { type GoTool, installGoTool, pathOf, whyNoGoTool } from './go-tool.ts';
import { ROOT } from './markdown.ts';

/** rhysd/actionlint, the checker of workflow files, with this repository's exceptions or without. */

const ACTIONLINT: GoTool = {
  name: 'actionlint',
  package: 'github.com/rhysd/actionlint/cmd/actionlint',
  version: 'v1.7.12',
};

/** What actionlint is told to ignore, by path, with the reasons. */
export const EXCEPTIONS = '.github/actionlint.yaml';

/** Why actionlint cannot be run on this machine; undefined when it can. */
export const whyNoActionlint = (): string | undefined => whyNoGoTool(ACTIONLINT);

export const installActionlint = (): void => installGoTool(ACTIONLINT);

export type Finding = { readonly message: string; readonly line: number };

/** What actionlint finds in `text`, taken as the file `path` of this repository. Throws when it cannot be run. */
export function lint(text: string, path: string, config: string = EXCEPTIONS): readonly Finding[] {
  // Without shellcheck and pyflakes, which it takes from the machine: the same findings everywhere.
  const checks = ['-shellcheck', '', '-pyflakes', ''];
  const args = [...checks, '-format', '{{json .}}', '-config-file', config, '-stdin-filename', path, '-'];
  const { status, stdout, stderr, error } = spawnSync(pathOf(ACTIONLINT), args, {
    cwd: ROOT,
    input: text,
    encoding: 'utf8',
  });
  // 1 means that something was found; see actionlint's docs/usage.md, Exit status.
  if (status !== 0 && status !== 1) throw error ?? new Error(`actionlint ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as readonly Finding[];
}

/** What actionlint finds when it is told to ignore nothing. */
export const lintWithoutExceptions = (text: string, path: string): readonly Finding[] => lint(text, path, devNull);
