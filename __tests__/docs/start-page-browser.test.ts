import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openPage } from '../support/browser.ts';
import { ROOT } from '../support/markdown.ts';
import { CHOICES, START_PAGE, writeWorkflow } from '../support/start-page.ts';

/** docs/start.html in a real browser, as somebody uses it. */

const url = pathToFileURL(`${ROOT}${START_PAGE}`).href;

/** Chooses as the keyboard does, which is what a list of choices hears of. */
const choose = (id: string, value: string) =>
  `{ const list = document.getElementById('${id}'); list.value = '${value}';
     list.dispatchEvent(new Event('change', { bubbles: true })); }`;

test('every choice shows its workflow, and the page asks nobody', async (t) => {
  const page = await openPage(url, 1_000);
  t.after(() => page.close());
  for (const { receiver, registry, trigger } of CHOICES) {
    const chosen = [
      choose('receiver', receiver.name),
      choose('registry', registry.name),
      choose('trigger', trigger.name),
    ];
    const shown = await page.evaluate(`${chosen.join('\n')} document.getElementById('workflow').textContent`);
    assert.equal(shown, writeWorkflow(receiver, registry, trigger));
  }
  assert.deepEqual(page.requested, [url]);
});

test('a choice can be linked to, and a click copies what is shown', async (t) => {
  const page = await openPage(`${url}#flux,harbor,webhook`, 400);
  t.after(() => page.close());
  const workflow = String(await page.evaluate(`document.getElementById('workflow').textContent`));
  assert.match(workflow, /repository_dispatch:.*oidc-audience.*filter: harbor\.example\.com\/apps\/app:\*/s);
  assert.match(String(await page.evaluate(`document.getElementById('more').textContent`)), /^How Harbor starts/);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= 400'), true, 'it fits on a phone');
  for (const part of ['settings', 'secrets', 'workflow']) {
    await page.click(`[data-copies=${part}]`);
    const selected = await page.evaluate('getSelection().toString().trimEnd()');
    assert.equal(selected, await page.evaluate(`document.getElementById('${part}').textContent.trimEnd()`), part);
  }
});
