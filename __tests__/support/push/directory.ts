import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

/** The smallest directory that doco-cd deploys. */
export const SMALLEST = { '.doco-cd.yaml': 'name: app\n', 'compose.yaml': 'services: {}\n' };

/** A directory below the system's temporary one that is removed when the tests of the file are over. */
export function temporary(): string {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-push-test-'));
  after(() => execFileSync('rm', ['-rf', directory])); // Much faster than Node where there are 100,000 entries.
  return directory;
}

/** Writes `files` below `root`, a new directory unless given; a name that ends with `/` is a directory, one with `*` executable. */
export function tree(files: Readonly<Record<string, string | Buffer>>, root = temporary()): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name.replace(/[*]$/, ''));
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, content);
    if (name.endsWith('*')) chmodSync(path, 0o755);
  }
  return root;
}

/** Everything that makes archives go wrong: long, strange and non-ASCII names, sizes around block boundaries, empty things. */
export function difficult(): Readonly<Record<string, string | Buffer>> {
  const deep = Array.from({ length: 12 }, (_, level) => `level-${level}-${'x'.repeat(20)}`).join('/');
  return {
    ...SMALLEST,
    'empty-file': '',
    'empty-directory/': '',
    'script.sh*': '#!/bin/sh\n',
    'exactly-one-record': 'r'.repeat(512),
    'one-byte-more': 'r'.repeat(513),
    'one-block': randomBytes(1024 ** 2),
    'blocks-and-a-bit': randomBytes(3 * 1024 ** 2 + 17),
    [`${deep}/file`]: 'deep',
    [`${deep}/`]: '',
    ['n'.repeat(99)]: '99',
    ['n'.repeat(100)]: '100',
    ['n'.repeat(101)]: '101',
    ['n'.repeat(255)]: '255',
    [`${'d'.repeat(155)}/${'n'.repeat(100)}`]: 'fills prefix and name',
    [`${'d'.repeat(156)}/${'n'.repeat(100)}`]: 'one more',
    'grün/日本語/файл.yaml': 'unicode',
    'e\u0301-and-\u00e9': 'both forms of é stay as they are',
    'emoji-😀-\uffee': 'sorts differently in UTF-8 and UTF-16',
    'with space and "quotes" and \\backslash': '1',
    'new\nline': '2',
    '-dash': '3',
    '%41::error::': '4',
    ' leading and trailing ': '5',
    '.hidden/.file': '6',
  };
}
