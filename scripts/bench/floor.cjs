// The floor: what bare Node needs for the same deliveries. Usage: node floor.cjs BODY|@FILE CA|+CA|- URL...
// With +CA the certificate is trusted besides Node's roots, as the action does, else alone. With FLOOR_PLAIN Node has its way:
// connections stay open, and each of https makes a secure context of its own.
// BODY is signed once and posted to every URL at once, the answers are read. CommonJS, because `import http from 'node:http'`
// evaluates undici (+27 ms); no keep-alive and one secure context for all connections, because anything else is slower.
const { createHmac } = require('node:crypto');
const { readFileSync } = require('node:fs');

const [, , given, ca, ...urls] = process.argv;
// A file stands for the event: read and parsed, then a body as short as ours is sent.
const body = given.startsWith('@')
  ? JSON.stringify({ action: JSON.parse(readFileSync(given.slice(1), 'utf8')).action })
  : given;
const signature = `sha256=${createHmac('sha256', process.env.FLOOR_SECRET).update(body).digest('hex')}`;
const isHttps = urls[0].startsWith('https:');
const { request, Agent } = require(isHttps ? 'node:https' : 'node:http');
const own = ca === '-' ? [] : [readFileSync(ca.replace('+', ''), 'utf8')];
const roots = ca.startsWith('+') ? require('node:tls').rootCertificates : [];
const trust = own.length === 0 ? {} : { ca: [...roots, ...own] };
const agent =
  process.env.FLOOR_PLAIN === undefined
    ? new Agent(isHttps ? { secureContext: require('node:tls').createSecureContext(trust) } : {})
    : undefined;

for (const url of urls) {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-doco-oci-signature-256': signature,
  };
  const client = request(url, { method: 'POST', agent, headers });
  client.on('response', (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    response.on('end', () => {
      if (response.statusCode !== 202 || JSON.parse(text).job_id === undefined) process.exitCode = 1;
    });
  });
  client.end(body);
}
