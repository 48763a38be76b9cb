// The floor: what bare Node needs for the same work. Usage: node floor.cjs JSON (the type Floor in setting.ts).
// Each message is signed and posted, each answer is read. CommonJS, because `import http from 'node:http'` evaluates undici.
const { createHmac } = require('node:crypto');
const { readFileSync } = require('node:fs');

const { urls, secret, body, event, messages = 1 } = JSON.parse(process.argv[2]);
const AT_ONCE = 50;

if (event !== undefined) JSON.parse(readFileSync(event, 'utf8'));
const { request, Agent } = require(urls[0].startsWith('https:') ? 'node:https' : 'node:http');
// No keep-alive for a single message: it would be slower.
const agent = new Agent({ keepAlive: messages > 1 });

for (const url of urls) {
  let left = messages;
  const next = () => {
    if (left-- > 0) post(url, next);
  };
  for (let line = 0; line < Math.min(messages, AT_ONCE); line++) next();
}

function post(url, then) {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-doco-oci-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
  const client = request(url, { method: 'POST', agent, headers });
  client.on('response', (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    response.on('end', () => {
      if (response.statusCode !== 202 || JSON.parse(text).job_id === undefined) process.exitCode = 1;
      then();
    });
  });
  client.end(body);
}
