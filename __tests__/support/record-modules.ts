/** Preloaded with `--import` by tests: writes what was evaluated to the file in RECORD_MODULES when the process ends. */
const { registerHooks } = process.getBuiltinModule('node:module');

const files: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) files.push(url);
    return nextLoad(url, context);
  },
});

process.on('exit', () => {
  // Node's internal list: there is no other way to see what it loads of itself.
  const { moduleLoadList = [] } = process as unknown as { moduleLoadList?: readonly string[] };
  const builtins = moduleLoadList.map((entry) => entry.replace(/^\S+ /, ''));
  const { writeFileSync } = process.getBuiltinModule('node:fs');
  writeFileSync(process.env.RECORD_MODULES ?? '', JSON.stringify({ files, builtins }));
});
