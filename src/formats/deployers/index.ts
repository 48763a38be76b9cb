import { type HttpResult, isPage } from '../../http/types.ts';
import type { Receiver } from '../types.ts';
import { flux } from './flux.ts';
import { imageUpdater } from './image-updater.ts';
import { hadNoEffect, kargo } from './kargo.ts';
import { keel } from './keel.ts';
import { onDocker } from './on-docker.ts';
import type { Deployer } from './types.ts';

/** Deployers that read formats which others made up. Kargo comes first: it alone is also known by its answers. */
const DEPLOYERS: readonly Deployer[] = [kargo, flux, keel, imageUpdater, ...onDocker];

/** The deployer that the endpoint or the result is known to be of. No deployer answers with a web page. */
export function findDeployer(endpoint: URL, result: HttpResult): Deployer | undefined {
  if (result.kind === 'response' && isPage(result.body)) return undefined;
  return DEPLOYERS.find((deployer) => deployer.matches(endpoint, result));
}

/** What is known of a receiver's answers when only its format is known: what the deployer behind the URL says of them. */
export function deployerAnswers(format: string): Pick<Receiver, 'hint' | 'hadNoEffect'> {
  return {
    hint: (result, endpoint, artifact) => findDeployer(endpoint, result)?.hint(result, { format, endpoint, artifact }),
    hadNoEffect,
  };
}
