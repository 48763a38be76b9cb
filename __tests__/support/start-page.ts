import { readText } from './markdown.ts';

/** docs/start.html: what its script writes, without a browser. */

export const START_PAGE = 'docs/start.html';

export type Named = { readonly name: string; readonly title: string };
export type StartReceiver = Named & {
  readonly page: string;
  readonly settings: string;
  readonly secrets: string;
  readonly inputs: readonly string[];
};

type Writer = {
  readonly REGISTRIES: readonly Named[];
  triggersFor(registry: Named): readonly Named[];
  writeWorkflow(receiver: StartReceiver, registry: Named, trigger: Named): string;
};

const html = readText(START_PAGE);

function scriptWith(id: string): string {
  const [, text] = new RegExp(`<script[^>]* id="${id}">(.*?)</script>`, 's').exec(html) ?? [];
  if (text === undefined) throw new Error(`${START_PAGE} has no script ${id}`);
  return text;
}

export const RECEIVERS_THERE: readonly StartReceiver[] = JSON.parse(scriptWith('receivers'));
export const { REGISTRIES, triggersFor, writeWorkflow }: Writer = new Function(
  `${scriptWith('writer')}; return { REGISTRIES, triggersFor, writeWorkflow };`,
)();

/** Every choice that the page offers. */
export const CHOICES = RECEIVERS_THERE.flatMap((receiver) =>
  REGISTRIES.flatMap((registry) => triggersFor(registry).map((trigger) => ({ receiver, registry, trigger }))),
);
