// Loaded before every script of package.json: one sentence instead of a stack trace where Node cannot run TypeScript.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 5)) {
  console.error(
    `This needs Node 24.5 or newer, but Node ${process.versions.node} runs it. Plain npm ci brings the right one; after ` +
      'npm ci --ignore-scripts, install Node 24 yourself.',
  );
  process.exit(1);
}
