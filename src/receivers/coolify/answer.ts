import { at, parseObject, textAt } from '../../util/json.ts';

/** What Coolify answers to a request to deploy: by uuid in `deployments`, by tag in `message` and `details`. */
type Answer = {
  /** The ids of the deployments. */
  readonly ids: readonly string[];
  /** Whether something was started that gets no id: a service or a database. */
  readonly hasStarted: boolean;
  /** Whether something that was asked for is refused. */
  readonly hasRefused: boolean;
  /** Whether it has queued nothing because one of the same commit waits: the id that it gives leads nowhere. */
  readonly isAlreadyQueued: boolean;
  /** What it says about each resource. */
  readonly message: string;
};

export function readAnswer(body: string): Answer {
  const parsed = parseObject(body);
  const items = ['deployments', 'details'].flatMap((key) => listOf(at(parsed, key)));
  const message = at(parsed, 'message');
  const messages = typeof message === 'string' ? [message] : listOf(message).map(String);
  const all = [...items.flatMap((item) => textAt(item, 'message') ?? []), ...messages].join('; ');
  return {
    ids: items.flatMap((item) => idOf(item) ?? []),
    hasStarted: isStart(all),
    hasRefused: items.some((item) => idOf(item) === undefined && !isStart(textAt(item, 'message') ?? '')),
    isAlreadyQueued: /already queued/i.test(all),
    message: all,
  };
}

function idOf(item: unknown): string | undefined {
  const id = textAt(item, 'deployment_uuid') ?? '';
  return /^[\w-]{1,64}$/.test(id) ? id : undefined;
}

function isStart(message: string): boolean {
  return /\bstarted\b/.test(message);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
