import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, constants as osConstants, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm test`: looks first for what the tests need, installs what is missing where it may, and runs them all, against dist.
 * With OCI_WEBHOOK_UNDER_TEST=src they run against the source. Arguments are passed on to `node --test`, such as a file or
 * --test-name-pattern.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Tools that the tests run against or with, and the Debian packages that hold them. */
const NEEDED = {
  'docker-registry': 'docker-registry',
  skopeo: 'skopeo',
  umoci: 'umoci',
  tinyproxy: 'tinyproxy',
  openssl: 'openssl',
  git: 'git',
  ip: 'iproute2',
  nft: 'nftables',
  chromium: 'chromium',
};

/** Test files at a time: one more than there are processors, because most tests wait as long as they compute. */
const FILES = availableParallelism() + 1;
/** A test that takes longer has failed. */
const TEST_LIMIT_MS = 180_000;
/** All of them together: nothing hangs for longer, whatever holds it. */
const LIMIT_MS = 15 * 60_000;

function isInstalled(tool: string): boolean {
  // Debian keeps some daemons where only root looks by default.
  const directories = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return directories.some((directory) => {
    try {
      accessSync(join(directory, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What runs a command as root here: nothing for root, sudo where it asks for no password, undefined where neither is so. */
function asRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo'];
  } catch {
    return undefined;
  }
}

function installMissing(): void {
  const missing = Object.entries(NEEDED).flatMap(([tool, name]) => (isInstalled(tool) ? [] : [name]));
  if (missing.length === 0) return;
  const packages = missing.join(' ');
  const root = isInstalled('apt-get') ? asRoot() : undefined;
  if (root === undefined) {
    console.error(
      [
        `The tests run against real tools, and these are missing: ${packages}`,
        `On Debian or Ubuntu: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`,
        'Without them, npm run test:portable runs the tests of the pure code.',
      ].join('\n'),
    );
    process.exit(1);
  }
  console.log(`Installing what the tests need: ${packages}`);
  const apt = (...args: readonly string[]) => {
    const [command = '', ...rest] = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  try {
    apt('update');
    // No service is started: the tests start what they need, on loopback and on ports of their own.
    apt('install', '-y', '--no-install-recommends', ...missing);
  } catch {
    console.error(`apt-get could not install ${packages}; see above why`);
    process.exit(1);
  }
}

/** Says what is tested, and whether it may be older than the source. */
function sayWhatIsTested(): void {
  if (process.env.OCI_WEBHOOK_UNDER_TEST === 'src') {
    console.log('Testing src');
    return;
  }
  const newest = (directory: string) => {
    const files = readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' });
    return Math.max(...files.map((path) => statSync(join(ROOT, directory, path)).mtimeMs));
  };
  // A checkout writes both within seconds, in any order.
  const isOld = newest('src') > newest('dist') + 60_000;
  const advice = isOld ? ', which is older than src: npm run build, or OCI_WEBHOOK_UNDER_TEST=src npm test' : '';
  console.log(`Testing dist${advice}`);
}

/**
 * Runs the tests in a temporary directory of their own, which must be empty afterwards, and with a home of their own, where tools
 * such as skopeo keep caches.
 */
async function runTests(args: readonly string[]): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-tests-'));
  const home = mkdtempSync(join(tmpdir(), 'oci-webhook-home-'));
  const options = [
    '--test',
    `--import=${new URL('end-tests.ts', import.meta.url).href}`,
    `--test-timeout=${TEST_LIMIT_MS}`,
    `--test-concurrency=${FILES}`,
    ...args,
  ];
  const child = spawn(process.execPath, options, {
    cwd: ROOT,
    env: {
      ...process.env,
      HOME: home,
      TMPDIR: directory,
      PATH: `${process.env.PATH}${delimiter}/usr/sbin${delimiter}/sbin`,
    },
    stdio: 'inherit',
  });
  const watchdog = setTimeout(() => {
    console.error(`The tests did not end within ${LIMIT_MS / 60_000} minutes`);
    child.kill('SIGKILL');
  }, LIMIT_MS);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? osConstants.signals[signal] : 0)));
  });
  clearTimeout(watchdog);
  const left = readdirSync(directory);
  for (const own of [directory, home]) rmSync(own, { recursive: true, force: true });
  if (left.length === 0 || exitCode !== 0) return exitCode;
  console.error(`The tests left something in the temporary directory: ${left.join(', ')}`);
  return 1;
}

installMissing();
sayWhatIsTested();
// Options first: Node takes what follows a file as arguments of that file.
const args = process.argv.slice(2).sort((a, b) => Number(b.startsWith('-')) - Number(a.startsWith('-')));
process.exitCode = await runTests(args.some((arg) => arg.endsWith('.ts')) ? args : [...args, '__tests__/**/*.test.ts']);
