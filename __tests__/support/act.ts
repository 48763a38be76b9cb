import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type GoTool, installGoTool, pathOf, whyNoGoTool } from './go-tool.ts';
import { ROOT, readText } from './markdown.ts';

/** nektos/act, a runner of workflow files of its own make, in host mode: no containers, and no network but the Go proxy. */

const ACT: GoTool = { name: 'act', package: 'github.com/nektos/act', version: 'v0.2.89' };

/** Why workflows cannot be run on this machine; undefined when they can. */
export function whyNoAct(): string | undefined {
  return process.platform === 'linux' ? whyNoGoTool(ACT) : 'act is only run on Linux';
}

export const installAct = (): void => installGoTool(ACT);

/** The reusable workflow, with the action that is checked out: act knows neither its commit nor another repository. */
export function reusable(): string {
  const checkout = '      - uses: actions/checkout@v7\n        with:\n';
  const text = readText('.github/workflows/notify.yml');
  return text
    .replace(/ +# Older servers(?:.*\n)*? +sparse-checkout: dist\n/, checkout)
    .replace('./.oci-webhook-action', './');
}

type WorkflowRun = {
  readonly exitCode: number | null;
  readonly log: string;
  /** Content of the files that steps wrote below $RESULTS, by name. */
  readonly result: (name: string) => string | undefined;
};

type WorkflowOptions = {
  readonly workflow: string;
  readonly eventName: string;
  readonly event: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** More files of the repository, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the runner would set. */
  readonly env?: Readonly<Record<string, string>>;
  /** Shell scripts on the path, by name. */
  readonly tools?: Readonly<Record<string, string>>;
  /** Actions of others, by owner/name, as composite ones: there is no network to get them. */
  readonly actions?: Readonly<Record<string, string>>;
};

/** Every `uses:` of an action that is not in the repository itself. */
function usesIn(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:- )?uses: *([^\s./][^\s]*@\S+)/gm)].map(([, uses = '']) => uses);
}

/** Runs `workflow` in a repository that holds both actions and their dist, on an event, as a runner would. */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowRun> {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-act-'));
  const repository = join(directory, 'repository');
  const results = join(directory, 'results');
  mkdirSync(results);
  for (const name of ['action.yml', 'push/action.yml', 'dist']) {
    cpSync(join(ROOT, name), join(repository, name), { recursive: true });
  }
  const files = { '.github/workflows/test.yml': options.workflow, ...options.files };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, name)), { recursive: true });
    writeFileSync(join(repository, name), content);
  }
  writeFileSync(join(directory, 'event.json'), options.event);
  const secrets = Object.entries(options.secrets ?? {}).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(directory, 'secrets'), secrets.join(''));
  const tools = join(directory, 'tools');
  mkdirSync(tools);
  for (const [name, script] of Object.entries(options.tools ?? {})) {
    writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const stubs = Object.entries(options.actions ?? {}).flatMap(([name, content]) => {
    const path = join(directory, 'actions', name);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'action.yml'), content);
    const used = usesIn(options.workflow).filter((uses) => uses.startsWith(`${name}@`));
    return used.map((uses) => `${uses}=${path}`);
  });
  const env = {
    HOME: directory,
    XDG_CACHE_HOME: join(directory, 'cache'),
    PATH: [tools, dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
  };
  const git = (...args: readonly string[]) => {
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args], { cwd: repository, env });
  };
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', 'https://github.com/acme/platform.git');
  git('add', '--all');
  git('commit', '--quiet', '--message=test');

  const pairs = (option: string, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
  const args = [
    ...['--eventpath', '../event.json', '--secret-file', '../secrets', '--no-cache-server'],
    ...['ubuntu-latest', 'self-hosted'].flatMap((label) => ['-P', `${label}=-self-hosted`]),
    ...pairs('--env', { ...options.env, RESULTS: results }),
    ...pairs('--var', options.vars),
    ...[`OWNER/oci-webhook-action@v1=${repository}`, ...stubs].flatMap((local) => ['--local-repository', local]),
  ];
  const act = spawn(pathOf(ACT), [options.eventName, ...args], {
    cwd: repository,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [act.stdout, act.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      act.on('error', reject);
      act.on('close', resolve);
    });
    const found = new Map<string, string>();
    for (const name of ['outputs', 'failure', 'after', 'gh']) {
      if (existsSync(join(results, name))) found.set(name, readFileSync(join(results, name), 'utf8').trim());
    }
    return { exitCode, log, result: (name) => found.get(name) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
