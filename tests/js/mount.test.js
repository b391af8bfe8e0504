import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mountComponent } from '../../kokoro_studio/ui/shell/mount.js';

let mounted;
globalThis.window = {
  kokoroModules: {
    'mix/desk.js': {
      mount: component => {
        mounted = component;
      },
    },
  },
};

test('a module is given what Gradio gave, and its events go out', () => {
  const sent = [];
  const props = { value: 1 };
  const trigger = (...all) => sent.push(all);
  mountComponent('mix/desk.js', { sends: ['start'], trigger, props, facts: { most: 4 } });
  assert.equal(mounted.props, props);
  assert.deepEqual(mounted.facts, { most: 4 });
  mounted.trigger('start', { edit: 1 });
  assert.deepEqual(sent, [['start', { edit: 1 }]]);
});

test('an event that Python cannot hear is a mistake', () => {
  mountComponent('mix/desk.js', { sends: ['start'], trigger() {} });
  assert.throws(() => mounted.trigger('stop'), /mix\/desk\.js triggers 'stop'/);
});
