import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocoCdOptions, FAILURES, startDocoCd } from '../../__tests__/support/doco-cd.ts';
import { runAction } from '../../__tests__/support/run-action.ts';

const SECRET = 'picture-secret-0123456789abcdef';
const API_SECRET = 'picture-key-0123456789abcdef';
const EVENT = new URL('../../__tests__/fixtures/events/index-tagged.json', import.meta.url);

type Servers = Readonly<Record<string, Omit<DocoCdOptions, 'secret' | 'apiSecret' | 'tls'>>>;

/** One server that deploys. */
export const SUCCESS: Servers = {
  'deploy.example.com': { deploy: () => ({ queuedMs: 900, runMs: 4_300 }) },
};

/** Three servers: one deploys, one is just starting and then deploys, one cannot. */
export const FAILURE: Servers = {
  'production.example.com': { deploy: () => ({ queuedMs: 1_800, runMs: 7_400 }) },
  'staging.example.com': {
    deploy: () => ({ queuedMs: 600, runMs: 5_200 }),
    inFront(_request, response, { requests }) {
      if (requests.length > 3) return false;
      response.writeHead(503, { 'retry-after': '1' }).end('starting');
      return true;
    },
  },
  'edge.example.com': { deploy: () => ({ queuedMs: 400, runMs: 2_600, failure: FAILURES.compose }) },
};

/** The job summary of a real run of the bundled action (dist) against these servers, under their names and over TLS. */
export async function summaryOfRun(servers: Servers): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'oci-webhook-picture-'));
  const [certificate, key] = [join(directory, 'cert.pem'), join(directory, 'key.pem')];
  const names = 'subjectAltName=DNS:*.example.com';
  const openssl = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=picture -addext ${names}`;
  execFileSync('openssl', [...openssl.split(' '), '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const tls = { cert: readFileSync(certificate), key: readFileSync(key) };
  rmSync(directory, { recursive: true });

  const ports = new Map<string, number>();
  const started = await Promise.all(
    Object.entries(servers).map(async ([host, options]) => {
      const server = await startDocoCd({ ...options, secret: SECRET, apiSecret: API_SECRET, tls });
      ports.set(host, server.port);
      return server;
    }),
  );
  // What these names mean is known to this proxy only.
  const proxy = createServer().on('connect', ({ url = '' }, socket) => {
    const upstream = connect(ports.get(url.replace(/:443$/, '')) ?? 0, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) end.on('error', () => end.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  try {
    const run = await runAction({
      side: 'dist',
      eventName: 'registry_package',
      event: readFileSync(EVENT, 'utf8'),
      env: { HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
      inputs: {
        url: Object.keys(servers)
          .map((host) => `https://${host}`)
          .join('\n'),
        secret: SECRET,
        wait: 'true',
        'api-key': API_SECRET,
        'ca-certificate': tls.cert.toString(),
      },
      onOutput: (text) => process.stdout.write(text),
    });
    return run.summary;
  } finally {
    proxy.close().closeAllConnections();
    for (const server of started) await server.close();
  }
}
