import { piecesOf } from './pieces.js';

function told(word: string): readonly string[] {
  return piecesOf(word).pieces.map(
    ({ tokens, isOpenStart, isOpenEnd }) =>
      `${isOpenStart ? '*' : ''}${tokens.join(' ')}${isOpenEnd ? '*' : ''}`,
  );
}

describe('piecesOf', () => {
  it.each([
    ['Error', ['*error*']],
    ['/v1/chat', ['v1 chat*']],
    ['v1/chat/', ['*v1 chat']],
    ['=42', ['42*']],
    ['.memory', ['*memory*']],
    ['memory.', ['*memory*']],
    ['..memory', ['memory*']],
    ['memory:', ['*memory*']],
    ['memory: ', ['*memory']],
    ['显存不足', ['显 存 不 足']],
    ['gpu显存', ['*gpu 显 存']],
    ['ok🚀go', ['*ok*', '*go*']],
    ['ok 🚀 go', ['*ok', 'go*']],
    ['🚀', []],
    ['=>', []],
  ])('%j → %j', (word, pieces) => {
    expect(told(word)).toEqual(pieces);
  });

  it('leaves out what the index cuts at places that depend on the line', () => {
    const long = 'x'.repeat(256);
    expect(told(`${long} y`)).toEqual(['y*']);
    expect(told(`a ${long} b`)).toEqual(['*a', 'b*']);
    expect(told(long)).toEqual([]);
  });

  it('knows which words the index tells whole', () => {
    const words = ['Error', 'a_b', '10.0', '显', 'a=b', 'a.', '显存', 'a🚀'];
    expect(words.filter((word) => piecesOf(word).isWhole)).toEqual(['Error', 'a_b', '10.0', '显']);
  });
});
