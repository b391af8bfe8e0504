import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

const boxes = {
  '#ks-formula textarea': { value: 'af_heart' },
  '#ks-mix-formula textarea': { value: '' },
};
let typed; // what the module does when somebody types
globalThis.document = {
  querySelector: selector => boxes[selector] ?? null,
  addEventListener: (_, listener) => {
    typed = listener;
  },
};
const { edits } = await import('../../kokoro_studio/ui/shell/edits.js');
const box = boxes['#ks-formula textarea'];

beforeEach(() => {
  box.value = 'af_heart';
  typed({ target: box }); // nothing waits for an answer
});

test('an answer to the latest change is shown', () => {
  const edit = edits.change('speak', () => {});
  assert.equal(edits.answered('speak', { edit, formula: 'bf_emma' }, ''), 'bf_emma');
});

test('an answer to an earlier change is dropped', () => {
  const first = edits.change('speak', () => {});
  edits.change('speak', () => {});
  assert.equal(edits.answered('speak', { edit: first, formula: 'bf_emma' }, ''), 'af_heart');
});

test('typing is a change: an answer that comes later is dropped', () => {
  const edit = edits.change('speak', () => {});
  box.value = 'am_puck';
  typed({ target: box });
  assert.equal(edits.answered('speak', { edit, formula: 'bf_emma' }, ''), 'am_puck');
});

test('a mistake leaves the box, and is told', () => {
  let told;
  edits.onSettled('speak', answer => {
    told = answer;
  });
  const edit = edits.change('speak', () => {});
  const answer = { edit, error: 'No such voice.' };
  assert.equal(edits.answered('speak', answer, ''), 'af_heart');
  assert.equal(told, answer);
});

test('controls follow the server only while nothing waits and the box shows its formula', () => {
  assert.ok(edits.current('speak', 'af_heart'));
  assert.equal(edits.current('speak', 'bf_emma'), false);
  const edit = edits.change('speak', () => {});
  assert.equal(edits.current('speak', 'af_heart'), false);
  assert.equal(edits.overtakes('speak', edit, 'af_heart'), false);
  assert.equal(edits.overtakes('speak', edit - 1, 'af_heart'), true);
  edits.answered('speak', { edit, formula: 'af_heart' }, '');
  assert.ok(edits.current('speak', 'af_heart'));
});

test('a change that gets no answer is asked for once more', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const asked = [];
    const edit = edits.change('speak', number => asked.push(number));
    mock.timers.tick(10_000);
    assert.deepEqual(asked, [edit, edit]);
  } finally {
    mock.timers.reset();
  }
});

test('a change that has its answer is not asked for again', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const asked = [];
    const edit = edits.change('mix', number => asked.push(number));
    edits.answered('mix', { edit, formula: '' }, '');
    mock.timers.tick(10_000);
    assert.deepEqual(asked, [edit]);
  } finally {
    mock.timers.reset();
  }
});

test('a renamed voice is renamed as a whole word', () => {
  box.value = 'mine*0.5 + mine_2*0.5 + MINE';
  const ids = { from: 'mine', to: 'ours' };
  assert.equal(edits.renamed('speak', ids, ''), 'ours*0.5 + mine_2*0.5 + ours');
  assert.equal(edits.renamed('speak', null, ''), box.value);
});

test('an answer about a text is typed into its box, unless the text has changed since', () => {
  const selector = '#ks-formula textarea';
  const answer = { asked: 'af_heart', next: 'af_heart*1' };
  const heard = [];
  box.dispatchEvent = event => heard.push(event.type);
  edits.write(selector, answer);
  assert.equal(box.value, 'af_heart*1');
  box.value = 'bf_emma';
  edits.write(selector, answer);
  assert.equal(box.value, 'bf_emma');
  assert.deepEqual(heard, ['input']); // once: Gradio hears of what was written
});
