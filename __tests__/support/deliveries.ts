import type { Attempt, Delivery, Endpoint } from '../../src/delivery/types.ts';
import type { HttpFailure, HttpResult } from '../../src/http/types.ts';
import type { Artifact } from '../../src/oci/artifact.ts';
import { docoCd } from '../../src/receivers/doco-cd/receiver.ts';
import type { Outcome } from '../../src/report/outcome.ts';

/** Deliveries as the report gets them. */

export const artifact = (tag: string): Artifact => ({
  host: 'ghcr.io',
  path: 'acme/app',
  tag,
  digest: `sha256:${'0'.repeat(64)}`,
  style: 'tag',
});
export const message = (tag: string) => ({
  artifact: artifact(tag),
  body: `{"artifact":"${tag}"}`,
  contentType: 'application/json',
});
export const ONE = message('v1');
export const endpoint = (name: string): Endpoint => ({
  url: new URL(`https://${name}/x`),
  label: `https://${name}`,
  receiver: docoCd,
  headers: {},
});
export const answer = (status: number, body = ''): HttpResult => ({
  kind: 'response',
  status,
  body,
  bodyState: 'complete',
  durationMs: 12,
});
export const refused: HttpFailure = {
  kind: 'failure',
  code: 'ECONNREFUSED',
  message: 'connect ECONNREFUSED 127.0.0.1:1',
  written: false,
  durationMs: 3,
};
export const attempt = (result: HttpResult, startedMs = Date.UTC(2026, 10, 21, 8, 0, 0, 5)): Attempt => ({
  startedMs,
  result,
});

export function delivery(kind: Delivery['kind'], attempts: readonly Attempt[], more: Partial<Delivery> = {}): Delivery {
  return { kind, message: ONE, endpoint: endpoint('a.example'), attempts, durationMs: 1_234, ...more };
}

export function sent(deliveries: readonly Delivery[]): Outcome {
  const artifacts = [...new Set(deliveries.map((each) => each.message.artifact))];
  return { kind: 'sent', artifacts, deliveries };
}
