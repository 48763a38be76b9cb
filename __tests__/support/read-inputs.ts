import { type Inputs, readInputs, readReceiver } from '../../src/inputs/inputs.ts';
import { docoCd } from '../../src/receivers/doco-cd/receiver.ts';
import { chooseReceivers } from '../../src/receivers/index.ts';
import type { Receiver } from '../../src/receivers/types.ts';

/** The inputs of a step that sends everything to one receiver. */
export function readFor(environment: NodeJS.ProcessEnv, receiver: Receiver = docoCd): Inputs {
  const { urls } = readReceiver(environment);
  return readInputs(environment, {
    receivers: urls.length === 0 ? [receiver] : urls.map(() => receiver),
    problems: [],
  });
}

/** The inputs with the receivers that they choose. */
export async function readChosen(environment: NodeJS.ProcessEnv): Promise<Inputs> {
  const { name, urls } = readReceiver(environment);
  return readInputs(environment, await chooseReceivers(name, urls));
}
