import { docoCd } from '../receivers/doco-cd/receiver.ts';
import type { EventSource, Receiver } from '../receivers/types.ts';
import { aliyunAcr } from './aliyun-acr.ts';
import { amazonEcr } from './amazon-ecr.ts';
import { artifactory } from './artifactory.ts';
import { azureAcr } from './azure-acr.ts';
import { azureEventGrid } from './azure-event-grid.ts';
import { distribution } from './distribution.ts';
import { dockerHub } from './docker-hub.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { googleArtifactRegistry } from './google-artifact-registry.ts';
import { harbor } from './harbor.ts';
import { json } from './json.ts';
import { msr } from './msr.ts';
import { nexus } from './nexus.ts';
import { quay } from './quay.ts';
import { zot } from './zot.ts';

/** Systems whose events we read. No body matches two of them. */
export const SOURCES: readonly EventSource[] = [
  github,
  docoCd,
  distribution,
  harbor,
  msr,
  dockerHub,
  amazonEcr,
  azureAcr,
  azureEventGrid,
  googleArtifactRegistry,
  aliyunAcr,
  quay,
  artifactory,
  nexus,
  zot,
  gitea,
  json,
];

/** Systems that messages can be sent to, by the value of the `format` input. */
export const RECEIVERS: ReadonlyMap<string, Receiver> = new Map<string, Receiver>([
  ['doco-cd', docoCd],
  ['docker-hub', dockerHub],
  ['github', github],
  ['harbor', harbor],
  ['distribution', distribution],
  ['json', json],
  ['msr', msr],
]);
