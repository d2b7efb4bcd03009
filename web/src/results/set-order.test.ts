import { expect, test } from 'vitest';
import { orderOf } from './set-order';

const WORDS = { title: ' Kim house ', names: { 0: 'Living room', 1: '  ' }, label: 'Edited' };

test('what is empty is not sent, and edges are cut', () => {
  expect(orderOf('before_after', WORDS)).toEqual({
    output_template: 'before_after',
    title: 'Kim house',
    names: { 0: 'Living room' },
  });
  expect(orderOf('client_card', { title: '', names: {}, label: '' })).toEqual({
    output_template: 'client_card',
  });
});

test('a template is sent only what it prints', () => {
  expect(orderOf('disclosure', WORDS)).toHaveProperty('label', 'Edited');
  expect(orderOf('client_card', WORDS)).not.toHaveProperty('label');
  expect(orderOf('thumbnails', WORDS)).not.toHaveProperty('names');
});
