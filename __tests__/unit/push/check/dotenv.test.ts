import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explainDotenv } from '../../../../src/push/check/dotenv.ts';

/** Each was given to joho/godotenv 1.5.1. */
describe('dotenv files that godotenv reads', () => {
  const good: readonly string[] = [
    '',
    '\n\n# only comments',
    'A=1\r\nB = two words # comment\r\n',
    'export A=1\nexport\tB=2',
    'exported=1',
    'A: yaml\nB.C=1\n_D=\n',
    'A="two\nlines" # comment\nB=\'it"s\'',
    'A="say \\"hi\\""',
    'A="x"B=1',
    'A=$(whoami) $B `x`',
    'grün=1',
    '=value without a name',
    'the last line may be anything',
    '{"data":"ENC[AES256_GCM,data:x]","sops":{}}',
  ];
  for (const text of good) test(JSON.stringify(text), () => assert.equal(explainDotenv(text), undefined));
});

describe('dotenv files that godotenv refuses', () => {
  const name = 'a name is letters, digits, "_" and ".", then "="; and nothing but a comment follows a closing quote';
  const bad: Readonly<Record<string, string>> = {
    'A=1\nDB-HOST=x\n': `line 2: ${name}`,
    'A\nB=1': 'line 1: there is no "=" after the name',
    'A="x" y\nB=1': 'line 1: there is no "=" after the name',
    '$A=1': `line 1: ${name}`,
    '[section]\nA=1': `line 1: ${name}`,
    '# ok\n\nA="never\nclosed\n': 'line 3: the quote " is never closed',
    "A='it\\'": "line 1: the quote ' is never closed",
    '\ufeffA=1': 'line 1: the file begins with a byte order mark: save it without',
    'GRÜN=1': `line 1: ${name}`,
    'A=1\nexport ': 'line 2: there is no name after "export"',
  };
  for (const [text, why] of Object.entries(bad)) {
    test(JSON.stringify(text), () => assert.equal(explainDotenv(text), why));
  }
});
