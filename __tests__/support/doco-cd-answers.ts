import type { HttpResponse } from '../../src/http/types.ts';

/** The id of a job, as doco-cd makes them. */
export const JOB = '0199c0de-0000-7000-8000-000000000000';

/** An answer with this body, which is JSON unless it is a text. */
export function answered(
  status: number,
  body: unknown,
  bodyState: HttpResponse['bodyState'] = 'complete',
): HttpResponse {
  return {
    kind: 'response',
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    bodyState,
    durationMs: 1,
  };
}
