import { errorText } from './errorText.js';

describe('why something failed', () => {
  it.each([
    [
      'what the store said',
      { data: { message: 'index not found' }, message: 'HTTP 404' },
      'index not found',
    ],
    ['what the error says', new Error('no route to host'), 'no route to host'],
    ['a text', 'gone', 'gone'],
    [
      'the error’s own words where the answer has none',
      { data: { message: '' }, message: 'HTTP 502' },
      'HTTP 502',
    ],
    [
      'the error’s own words where the answer is no object',
      { data: null, message: 'HTTP 502' },
      'HTTP 502',
    ],
  ])('is %s', (_, error, text) => {
    expect(errorText(error)).toBe(text);
  });

  it.each([[undefined], [null], [''], [{}], [7], [new Error('')]])(
    'is never nothing at all: %p',
    (error) => {
      expect(errorText(error)).toBe('No reason was given.');
    },
  );
});
