import { homedir } from 'node:os';
import { join } from 'node:path';
import { entryFor, readConfig } from '../registry/credentials.ts';
import { at, textAt } from '../util/json.ts';
import { quote } from '../util/text.ts';

/** Why a registry refuses a tool although somebody logged in before. The tools' messages do not tell. */

/** What to do when the logins themselves could not be read. Undefined when `message` is about something else. */
export function explainBrokenLogin(message: string): string | undefined {
  if (/(?:JSON|config) file\b/i.test(message)) {
    return 'the file with the logins cannot be read: correct its content or permissions';
  }
  if (/error getting credentials|docker-credential-/i.test(message)) {
    return 'the credential helper that the file with the logins names is missing here or failed';
  }
  return undefined;
}

/**
 * What to do when Docker has a login for `host` that skopeo does not read: one in `credsStore`, or with plain
 * `username` and `password` (containers-auth.json(5) knows `auth` and `credHelpers` only). Undefined when there is
 * none, or one that it reads.
 */
export function explainUnreadLogin(host: string, environment: NodeJS.ProcessEnv): string | undefined {
  const directory = environment.DOCKER_CONFIG || join(environment.HOME || homedir(), '.docker');
  const path = environment.REGISTRY_AUTH_FILE || join(directory, 'config.json');
  const config = readConfig(path);
  const of = (key: string) => entryFor({ host, path: '' }, at(config, key));
  const login = of('auths');
  if (textAt(login, 'auth') !== undefined || of('credHelpers') !== undefined) return undefined;
  const remedy = 'log in with skopeo login, or with docker login where no credsStore is set';
  if (textAt(login, 'username') !== undefined && textAt(login, 'password') !== undefined) {
    return `skopeo does not read username and password in ${quote(path)}: ${remedy}`;
  }
  const store = textAt(config, 'credsStore');
  if (store === undefined) return undefined;
  return `skopeo does not read credsStore (${quote(store)} in ${quote(path)}): name it for ${host} in credHelpers, or ${remedy}`;
}
