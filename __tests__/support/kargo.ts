import type { Respond } from './receiver.ts';

/** Kargo's Docker Hub receiver (wire.md B) with one Warehouse that subscribes to every tag of `repository`. */
export function kargo(path: string, repository: string): Respond {
  return (request, response) => {
    const say = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.path !== path) return say(404, {});
    let name: unknown;
    try {
      name = JSON.parse(request.body).repository.repo_name;
    } catch {
      return say(400, { error: 'invalid request body' });
    }
    const found = String(name)
      .toLowerCase()
      .replace(/^(?:index\.|registry-1\.)?docker\.io\//, '')
      .replace(/^library\//, '');
    say(200, { msg: `refreshed ${found === repository ? 1 : 0} warehouse(s)` });
  };
}
