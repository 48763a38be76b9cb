import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { startProgress } from '../../../src/deployment/progress.ts';

describe('startProgress', () => {
  test('a line every 30 s about what the step still waits for', () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const lines: string[] = [];
    const said = () => lines.splice(0).map((line) => line.replace(/after [\d.]+ m?s/, 'after T'));
    const progress = startProgress((line) => lines.push(line), 30_000);
    try {
      mock.timers.tick(30_000);
      assert.deepEqual(said(), [], 'the step waits for nothing yet');

      const one = {};
      progress.enter(one, '', 'accepted');
      mock.timers.tick(29_999);
      assert.deepEqual(said(), []);
      mock.timers.tick(1);
      assert.deepEqual(said(), ['still waiting after T: accepted']);
      progress.enter(one, '', 'running');
      mock.timers.tick(60_000);
      assert.deepEqual(said(), Array(2).fill('still waiting after T: running'));
      progress.leave(one);

      const names = ['https://a', 'https://b', 'https://c', 'https://d', 'https://e', 'https://f'];
      const ids = names.map((name, index) => {
        const id = {};
        progress.enter(id, name, index < 4 ? 'running' : 'accepted');
        return id;
      });
      mock.timers.tick(30_000);
      assert.deepEqual(said(), ['still waiting after T: 4 running, 2 accepted']);
      for (const id of ids.slice(0, 4)) progress.leave(id);
      mock.timers.tick(30_000);
      assert.deepEqual(said(), ['still waiting after T: https://e accepted, https://f accepted']);
      for (const id of ids) progress.leave(id);
      mock.timers.tick(30_000);
      assert.deepEqual(said(), []);
      progress.enter(one, '', 'running');
      progress.stop();
      mock.timers.tick(30_000);
      assert.deepEqual(said(), []);
    } finally {
      mock.timers.reset();
    }
  });
});
