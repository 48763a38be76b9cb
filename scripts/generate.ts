import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { receiversForStartPage } from './start-page.ts';

/** The tables of README and docs/push.md and the inputs of notify.yml, as action.yml and push/action.yml have them. `npm run build` writes them, a test compares. */

type Declared = { readonly description: string; readonly default?: string; readonly required?: boolean };
type Entry = Declared & {
  readonly name: string;
  /** What the comments before its name say, by their first word; `##` begins a group. */
  readonly notes: Readonly<Record<string, string>>;
};

const ROOT = new URL('..', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** The inputs or outputs of an action file, in their order. */
function entriesOf(actionFile: string, section: 'inputs' | 'outputs'): readonly Entry[] {
  const declared = (parse(actionFile) as Record<string, Record<string, Declared>>)[section] ?? {};
  const [, lines = ''] = new RegExp(`^${section}:\\n((?: .*\\n|\\n)*)`, 'm').exec(actionFile) ?? [];
  const entries: Entry[] = [];
  let notes: Record<string, string> = {};
  for (const line of lines.split('\n')) {
    const [, group] = /^ {2}## (.+)$/.exec(line) ?? [];
    const [, key = '', note = ''] = /^ {2}# (\w+): (.+)$/.exec(line) ?? [];
    const [, name] = /^ {2}([\w-]+):$/.exec(line) ?? [];
    if (group !== undefined) notes['##'] = group;
    if (key !== '') notes[key] = note;
    const found = name === undefined ? undefined : declared[name];
    if (name === undefined || found === undefined) continue;
    entries.push({ ...found, name, notes });
    notes = {};
  }
  return entries;
}

const [action, push] = [read('action.yml'), read('push/action.yml')];
const inputs = entriesOf(action, 'inputs');
const outputs = entriesOf(action, 'outputs');

/** Markdown of one cell, with the link to the page that says more. */
function meaning({ description, notes: { see } }: Entry): string {
  const text = description.replaceAll('|', '\\|');
  return see === undefined ? text : `${text.replace(/\.?$/, '.')} See ${see}.`;
}

const TABLE_OF_INPUTS = '| Input | Default | Meaning |\n| --- | --- | --- |\n';

/** A table for each group, or one where there are none. */
function inputTables(entries: readonly Entry[]): string {
  const rows = entries.map((entry, index) => {
    const { name, notes } = entry;
    const unset = entry.required ? 'required' : (notes.default ?? '');
    const shown = entry.default === undefined ? unset : `\`${entry.default}\``;
    const title = notes['##'] === undefined ? '' : `\n### ${notes['##']}\n\n`;
    const head = title === '' && index > 0 ? '' : `${title}${TABLE_OF_INPUTS}`;
    return `${head}| \`${name}\` | ${shown} | ${meaning(entry)} |`;
  });
  return rows.join('\n').trim();
}

function outputTable(entries: readonly Entry[]): string {
  const rows = entries.map((entry) => `| \`${entry.name}\` | ${meaning(entry)} |`);
  return ['| Output | Meaning |', '| --- | --- |', ...rows].join('\n');
}

/** A YAML string in single quotes: descriptions hold backticks, colons and braces. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** An input of notify.yml. Those of GitHub's workflows have types, and `90s` is no number. */
function workflowInput({ name, description, default: standard }: Entry): string {
  const type = /^(?:true|false)$/.test(standard ?? '') ? 'boolean' : 'string';
  const lines = [`${name}:`, `  description: ${quoted(description)}`, `  type: ${type}`];
  if (standard !== undefined) lines.push(`  default: ${type === 'boolean' ? standard : quoted(standard)}`);
  return lines.join('\n');
}

function workflowSecret({ name, description, notes: { secret } }: Entry): string {
  return `${secret}:\n  description: ${quoted(`${description} The input \`${name}\` of the action.`)}\n  required: false`;
}

function passed({ name, notes: { secret, notify } }: Entry): string {
  const value = notify ?? (secret === undefined ? `\${{ inputs.${name} }}` : `\${{ secrets.${secret} }}`);
  return `${name}: ${value}`;
}

const isSecret = ({ notes }: Entry) => notes.secret !== undefined;

/** What stands between the marks of each name, by file. */
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { inputs: inputTables(inputs), outputs: outputTable(outputs) },
  'docs/push.md': {
    inputs: inputTables(entriesOf(push, 'inputs')),
    outputs: outputTable(entriesOf(push, 'outputs')),
  },
  'docs/start.html': { receivers: receiversForStartPage() },
  '.github/workflows/notify.yml': {
    inputs: inputs
      .filter((input) => !isSecret(input))
      .map(workflowInput)
      .join('\n'),
    secrets: inputs.filter(isSecret).map(workflowSecret).join('\n'),
    outputs: outputs
      .map(({ name, description }) => {
        return `${name}:\n  description: ${quoted(description)}\n  value: \${{ jobs.notify.outputs.${name} }}`;
      })
      .join('\n'),
    'job outputs': outputs.map(({ name }) => `${name}: \${{ steps.notify.outputs.${name} }}`).join('\n'),
    with: inputs.map(passed).join('\n'),
  },
};

/** The files with what is made of action.yml, by path. Throws where a mark is missing. */
export function generated(): ReadonlyMap<string, string> {
  const files = Object.entries(PARTS).map(([path, parts]) => {
    const text = Object.entries(parts).reduce(
      (before, [name, part]) => replaceBetween(before, name, part, path),
      read(path),
    );
    return [path, text] as const;
  });
  return new Map(files);
}

function replaceBetween(text: string, name: string, part: string, path: string): string {
  const marks = new RegExp(
    `(?<=^( *)(?:#|<!--) made of \\S+ by npm run build: ${name}(?: -->)?\\n).*?(?=^ *(?:#|<!--) end of what is made)`,
    'ms',
  );
  if (!marks.test(text)) throw new Error(`${path} has no mark "made of … by npm run build: ${name}"`);
  return text.replace(marks, (_, indent: string) => `${part.replace(/^(?=.)/gm, indent)}\n`);
}

/** Writes them. */
export function writeGenerated(): void {
  for (const [path, text] of generated()) writeFileSync(new URL(path, ROOT), text);
}
