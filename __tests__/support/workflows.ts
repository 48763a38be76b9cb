import { type Document, parseAllDocuments } from 'yaml';
import { fencesIn, MARKDOWN_FILES, ownFiles, readText } from './markdown.ts';

/** Every workflow and every step list that this repository shows or runs, whole files and snippets alike. */

export type Mapping = Readonly<Record<string, unknown>>;

export type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Mapping;
  readonly env?: Mapping;
};

export type Job = {
  readonly uses?: string;
  readonly with?: Mapping;
  readonly secrets?: Mapping | 'inherit';
  readonly steps?: readonly Step[];
  readonly permissions?: unknown;
};

type Workflow = {
  readonly name?: string;
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
};

/** A workflow and its place in the repository. Snippets that are only steps or a job are wrapped so that they can be checked. */
export type Shown = { readonly where: string; readonly text: string; readonly workflow: Workflow };

/** The first document of `text` as YAML 1.2, where mistakes and warnings in any of them are thrown. */
export function parseYaml(text: string, where: string): unknown {
  const documents = parseAllDocuments(text, { prettyErrors: true }) as readonly Document[];
  const [problem] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  if (problem) throw new Error(`${where}: ${problem.message}`);
  return documents[0]?.toJS();
}

export const WORKFLOW_FILES = ownFiles('.github/workflows/*.yml');
export const EXAMPLE_FILES = ownFiles('examples/*.yml');

/** The whole files. */
export const shownFiles: readonly Shown[] = [...WORKFLOW_FILES, ...EXAMPLE_FILES].map((where) => {
  const text = readText(where);
  return { where, text, workflow: parseYaml(text, where) as Workflow };
});

/** The snippets in Markdown, by file and line. */
export const shownSnippets: readonly Shown[] = MARKDOWN_FILES.flatMap((file) =>
  fencesIn(readText(file))
    .filter(({ language }) => language === 'yaml' || language === 'yml')
    .flatMap(({ text, line }) => {
      const where = `${file}:${line}`;
      const whole = wrap(text, parseYaml(text, where));
      return whole === undefined ? [] : [{ where, text: whole, workflow: parseYaml(whole, where) as Workflow }];
    }),
);

/** Steps become a job, jobs become a workflow; other YAML, such as a compose file, is none of ours. */
function wrap(text: string, parsed: unknown): string | undefined {
  const indent = (by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));
  if (Array.isArray(parsed)) return `on: push\njobs:\n  snippet:\n    runs-on: ubuntu-latest\n    steps:\n${indent(6)}`;
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  if ('jobs' in parsed && 'on' in parsed) return text;
  return 'jobs' in parsed ? `on: push\n${text}` : undefined;
}

/** The steps of all jobs that use the action at `path` of this repository, under its published name. */
export function stepsUsing({ workflow }: Shown, path: '' | '/push'): readonly Step[] {
  return Object.values(workflow.jobs)
    .flatMap(({ steps }) => steps ?? [])
    .filter(({ uses }) => uses?.replace('https://github.com/', '').split('@')[0] === `OWNER/oci-webhook-action${path}`);
}
