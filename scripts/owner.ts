import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** `npm run owner -- NAME`: puts the account that publishes this action in the place of its placeholder, in every file. */

const PLACEHOLDER = /\bOWNER\b/g;
const [, , name = '', ...others] = process.argv;
// docs.github.com, Username considerations.
if (!/^[a-z\d](?:-?[a-z\d]){0,38}$/i.test(name) || others.length > 0) {
  console.error(`npm run owner -- NAME: ${JSON.stringify(name)} is not the name of an account on GitHub`);
  process.exit(2);
}
const tracked = execFileSync('git', ['ls-files', '-z', '--', ':!dist', ':!scripts/owner.ts', ':!*owner.test.ts'], {
  encoding: 'utf8',
});
let places = 0;
for (const path of tracked.split('\0').filter((each) => each !== '' && !each.endsWith('.png'))) {
  const text = readFileSync(path, 'utf8');
  const found = text.match(PLACEHOLDER)?.length ?? 0;
  if (found === 0) continue;
  writeFileSync(path, text.replace(PLACEHOLDER, name));
  places += found;
}
console.log(`${places} places now name ${name}`);
