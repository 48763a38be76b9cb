import { type HttpResult, isPage } from '../http/types.ts';
import type { Deployer } from './deployer.ts';
import { flux } from './flux.ts';
import { imageUpdater } from './image-updater.ts';
import { hadNoEffect, kargo } from './kargo.ts';
import { keel } from './keel.ts';
import { onDocker } from './on-docker.ts';
import type { Receiver } from './types.ts';

/** Deployers that read the formats of other systems. Kargo comes first: only Kargo is also matched by its answers. */
const DEPLOYERS: readonly Deployer[] = [kargo, flux, keel, imageUpdater, ...onDocker];

/** The deployer that the endpoint or the result belongs to. No deployer answers with a web page. */
export function findDeployer(endpoint: URL, result: HttpResult): Deployer | undefined {
  if (result.kind === 'response' && isPage(result.body)) return undefined;
  return DEPLOYERS.find((deployer) => deployer.matches(endpoint, result));
}

/** The part of a receiver that explains answers, for formats that several deployers read. */
export function deployerAnswers(format: string): Pick<Receiver, 'hint' | 'hadNoEffect'> {
  return {
    hint: (result, endpoint, artifact) => findDeployer(endpoint, result)?.hint(result, { format, endpoint, artifact }),
    hadNoEffect,
  };
}
