import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type GoTool, installGoTool, pathOf, whyNoGoTool } from './go-tool.ts';
import { ROOT } from './markdown.ts';

/** nektos/act, a runner of workflow files of its own make, in host mode: no containers, and no network but the Go proxy. */

const ACT: GoTool = { name: 'act', package: 'github.com/nektos/act', version: 'v0.2.89' };

/** Why workflows cannot be run on this machine; undefined when they can. */
export function whyNoAct(): string | undefined {
  return process.platform === 'linux' ? whyNoGoTool(ACT) : 'act is only run on Linux';
}

export const installAct = (): void => installGoTool(ACT);

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
  /** More files of the repository, by path. */
  readonly files?: Readonly<Record<string, string>>;
};

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
  const env = {
    HOME: directory,
    XDG_CACHE_HOME: join(directory, 'cache'),
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
  };
  const git = (...args: readonly string[]) => {
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args], { cwd: repository, env });
  };
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', 'https://github.com/acme/platform.git');
  git('add', '--all');
  git('commit', '--quiet', '--message=test');

  const args = ['--eventpath', '../event.json', '--secret-file', '../secrets', '--env', `RESULTS=${results}`];
  const act = spawn(
    pathOf(ACT),
    [options.eventName, '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server', ...args],
    {
      cwd: repository,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
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
    for (const name of ['outputs', 'failure', 'after']) {
      if (existsSync(join(results, name))) found.set(name, readFileSync(join(results, name), 'utf8').trim());
    }
    return { exitCode, log, result: (name) => found.get(name) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
