import { isObject, type JsonObject, kindOf } from '../../util/json.ts';
import { quote } from '../../util/text.ts';
import { type Contents, scalar, validateDeployment } from './deployment.ts';
import { parseDocuments } from './yaml.ts';

/** What checking found. */
export type CheckResult = {
  /** What makes doco-cd refuse the artifact or fail the deployment. */
  readonly problems: readonly string[];
  /** What doco-cd accepts but hardly anybody intends. */
  readonly warnings: readonly string[];
  /** The dotenv files that the configuration names. */
  readonly envFiles: ReadonlySet<string>;
};

const LAYOUT = 'doco.v1';

/** The names of the configuration file, in the order in which doco-cd looks for them. A target has no fall-back. */
export function configNames(target: string | undefined): readonly string[] {
  const stem = target === undefined ? '.doco-cd' : `.doco-cd.${target}`;
  return [`${stem}.yaml`, `${stem}.yml`];
}

/** Checks the `text` of the configuration file `name`, given what else is in the artifact. */
export function validateConfig(name: string, text: string, contents: Contents): CheckResult {
  const problems: string[] = [];
  const warnings: string[] = [];
  const envFiles = new Set<string>();
  const deployments: JsonObject[] = [];
  const documents = parseDocuments(text);
  if (documents.length === 0) problems.push(`${name} is empty: it needs at least "name: <deployment>"`);
  for (const [index, document] of documents.entries()) {
    const where = documents.length === 1 ? name : `${name}, document ${index + 1}`;
    const problem = (text: string) => problems.push(`${where}: ${text}`);
    const warning = (text: string) => warnings.push(`${where}: ${text}`);
    if (document.kind === 'broken') problem(document.problem);
    else if (document.value === null) problem('it is empty; remove the "---" without content');
    else if (!isObject(document.value)) problem(`it is ${kindOf(document.value)}, expected keys and values`);
    else {
      deployments.push(document.value);
      validateDeployment(document.value, contents, { problem, warning, envFiles });
    }
  }
  const version = deployments.map((deployment) => scalar(deployment.version).trim()).find((text) => text !== '');
  if (version !== undefined && version !== LAYOUT) {
    problems.push(`${name}: version is ${quote(version)}; doco-cd deploys only ${LAYOUT}, so change or remove it`);
  }
  const names = deployments.map((deployment) => scalar(deployment.name)).filter((text) => text !== '');
  for (const twice of new Set(names.filter((text, index) => names.indexOf(text) !== index))) {
    problems.push(`${name}: two deployments have the name ${quote(twice)}`);
  }
  return { problems, warnings, envFiles };
}
