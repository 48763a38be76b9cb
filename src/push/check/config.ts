import { isObject, type JsonObject, kindOf } from '../../util/json.ts';
import { formatBytes, quote } from '../../util/text.ts';
import { missingReferences } from './compose.ts';
import { type Contents, type Findings, MOST_TEXT_BYTES, pathIn } from './contents.ts';
import { composeFilesOf, type Stack, scalar, validateDocument, validateStack, workingDirectory } from './deployment.ts';
import { discover, isDiscovering, NESTED_NAMES, stackIn } from './discovery.ts';
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

/**
 * Checks the configuration file `name` and all that it leads to. `repository` is the last part of the repository's name, by
 * which doco-cd may name a stack.
 */
export function validateConfig(name: string, contents: Contents, repository: string): CheckResult {
  const problems: string[] = [];
  const warnings: string[] = [];
  const envFiles = new Set<string>();
  const stacks: Stack[] = [];
  const findingsIn = (where: string): Findings => ({
    problem: (text) => problems.push(`${where}: ${text}`),
    warning: (text) => warnings.push(`${where}: ${text}`),
  });

  const deployments = readDocuments(name, contents, findingsIn);
  for (const { document, findings } of deployments) {
    if (!validateDocument(document, findings)) continue;
    if (scalar(document.repository_url) !== '') {
      findings.problem('repository_url: doco-cd deploys an artifact from its own files only; remove the key');
      continue;
    }
    const place = { contents, findings, envFiles };
    const found = isDiscovering(document) ? discoverStacks(document, findings) : [document];
    for (const deployment of found)
      stacks.push(...[validateStack(deployment, place)].filter((stack) => stack !== undefined));
  }
  const version = deployments.map(({ document }) => scalar(document.version).trim()).find((text) => text !== '');
  if (version !== undefined && version !== LAYOUT) {
    problems.push(`${name}: version is ${quote(version)}; doco-cd deploys only ${LAYOUT}, so change or remove it`);
  }
  problems.push(...duplicates(stacks).map((text) => `${name}: ${text}`));
  for (const { directory, composeFiles } of stacks) {
    for (const file of composeFiles) warnings.push(...missingReferences(pathIn(directory, file), directory, contents));
  }
  return { problems: [...new Set(problems)], warnings: [...new Set(warnings)], envFiles };

  /** The deployments that doco-cd makes of one that only says where to look. */
  function discoverStacks(deployment: JsonObject, findings: Findings): readonly JsonObject[] {
    const root = workingDirectory(deployment, contents, findings);
    if (root === undefined) return [];
    const composeFiles = composeFilesOf(deployment, findings);
    const directories = discover(deployment, { root, composeFiles }, contents);
    if (directories.length === 0) {
      findings.warning(`auto_discovery finds none of ${composeFiles.join(', ')} below ${quote(root)}`);
    }
    return directories.flatMap((directory) => {
      const nested = readNested(directory);
      return nested === undefined ? [] : [stackIn(directory, deployment, { nested, repository })];
    });
  }

  /** The configuration beside the compose file of a discovered stack, empty when there is none, undefined when it is broken. */
  function readNested(directory: string): JsonObject | undefined {
    const path = NESTED_NAMES.map((nested) => pathIn(directory, nested)).find((path) => contents.files.has(path));
    if (path === undefined) return {};
    const [first, ...more] = readDocuments(path, contents, findingsIn);
    if (more.length > 0) {
      const isRoot =
        directory === '.' ? '; doco-cd reads it again for the compose file beside it, so move that one' : '';
      findingsIn(path).problem(`beside a discovered compose file it may hold only one document${isRoot}`);
      return undefined;
    }
    return first !== undefined && validateDocument(first.document, first.findings) ? first.document : undefined;
  }
}

type Found = { readonly document: JsonObject; readonly findings: Findings };

/** The documents of a configuration file, each with its own place for findings. */
function readDocuments(path: string, contents: Contents, findingsIn: (where: string) => Findings): readonly Found[] {
  const text = contents.read(path);
  const documents = text === undefined ? [] : parseDocuments(text);
  if (text === undefined) findingsIn(path).problem(`it is too long: expected at most ${formatBytes(MOST_TEXT_BYTES)}`);
  else if (documents.length === 0) findingsIn(path).problem('it is empty');
  return documents.flatMap((document, index) => {
    const findings = findingsIn(documents.length === 1 ? path : `${path}, document ${index + 1}`);
    if (document.kind === 'read' && isObject(document.value)) return [{ document: document.value, findings }];
    if (document.kind === 'broken') findings.problem(document.problem);
    else if (document.value === null) findings.problem('it is empty; remove the "---" without content');
    else findings.problem(`it is ${kindOf(document.value)}, expected keys and values`);
    return [];
  });
}

/** doco-cd refuses all when two stacks have one name. */
function duplicates(stacks: readonly Stack[]): readonly string[] {
  const names = stacks.map(({ name }) => name).filter((name, index, all) => name !== '' && all.indexOf(name) < index);
  return [...new Set(names)].map((twice) => {
    const places = new Set(stacks.filter(({ name }) => name === twice).map(({ directory }) => quote(directory)));
    return `two deployments have the name ${quote(twice)}, in ${[...places].join(' and ')}`;
  });
}
