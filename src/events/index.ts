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
import { byHand } from './hand-written.ts';
import { harbor } from './harbor.ts';
import { json } from './json.ts';
import { msr } from './msr.ts';
import { nexus } from './nexus.ts';
import { quay } from './quay.ts';
import type { EventReader } from './types.ts';
import { zot } from './zot.ts';

/** All systems whose events are read. No body matches two of them. */
export const READERS: readonly EventReader[] = [
  github,
  byHand,
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
