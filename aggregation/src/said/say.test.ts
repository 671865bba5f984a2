import fc from 'fast-check';
import { GpuscopeError } from '../errors.js';
import { ENGLISH } from './english/index.js';
import { fillPlaces, inEnglish, placesOf } from './said.js';
import { say } from './say.js';

describe('say', () => {
  it('gives English words, and what stands in their places for other languages', () => {
    expect(say('notice.clustersSkipped', { clusters: 'idc2' })).toEqual({
      id: 'notice.clustersSkipped',
      text: 'Some lines are missing: no answer from idc2.',
      values: { clusters: 'idc2' },
    });
    expect(say('question.gone')).toEqual({ id: 'question.gone', text: ENGLISH['question.gone'] });
  });

  it('takes texts within texts', () => {
    const reason = say('words.quoteOpen', { at: 3 });
    const said = say('words.at', { reason });
    expect(said.text).toBe('words: the quote at character 3 is not closed');
    expect(said.values).toEqual({ reason });
  });

  it('takes several texts in one place', () => {
    const problems = [say('settings.noNodes'), say('settings.noIndex')];
    const { text } = say('settings.parts', { problems });
    expect(text).toBe(`${ENGLISH['settings.noNodes']}; ${ENGLISH['settings.noIndex']}`);
  });
});

describe('filling in', () => {
  it('never looks through what it has filled in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const values = new Map([
          ['one', `{{other}}${one}`],
          ['other', `$&{{one}}${other}`],
        ]);
        const filled = fillPlaces('a {{one}} b {{other}} c', (name) => values.get(name) ?? '');
        expect(filled).toBe(`a {{other}}${one} b $&{{one}}${other} c`);
      }),
    );
  });

  it('finds each place once', () => {
    expect(placesOf('{{a}} {{b}} {{a}} {c} {{}} {{d e}}')).toEqual(['a', 'b']);
  });
});

describe('the English texts', () => {
  it('hold no braces but those of their places', () => {
    const odd = Object.entries(ENGLISH).filter(([, text]) =>
      /\{\{|\}\}/u.test(fillPlaces(text, () => '')),
    );
    expect(odd).toEqual([]);
  });
});

describe('an error', () => {
  it('has the English words as its message, and the text for other languages', () => {
    const said = say('store.cancelled', { what: say('store.reading', { index: 'logs-*' }) });
    const error = new GpuscopeError('CANCELLED', said);
    expect(error.message).toBe('reading logs-*: cancelled');
    expect(error.said).toBe(said);
    expect(inEnglish([said, 7, 'x'])).toBe('reading logs-*: cancelled; 7; x');
  });

  it('of plain words has no text for other languages', () => {
    expect(new GpuscopeError('INTERNAL', 'odd').said).toBeUndefined();
  });
});
