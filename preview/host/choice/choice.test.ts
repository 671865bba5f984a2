import { keepChoice, readChoice, withoutChoice, type Kept } from './choice.js';

function memory(): Kept {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
  };
}

const read = (search: string, kept = memory(), languages: readonly string[] = ['de-DE']) =>
  readChoice({ search, kept, languages });

describe('the choice of theme, language and role', () => {
  it('is dark and English to start with', () => {
    expect(read('')).toEqual({ theme: 'dark', language: 'en-US' });
  });

  it.each(['zh', 'zh-CN', 'zh-Hans-CN'])('speaks Chinese to a browser that asks for %s', (tag) => {
    expect(read('', memory(), [tag]).language).toBe('zh-Hans');
  });

  it('remembers what was chosen', () => {
    const kept = memory();
    keepChoice(kept, { theme: 'light', language: 'zh-Hans' });
    expect(read('', kept)).toEqual({ theme: 'light', language: 'zh-Hans' });
  });

  it('lets the address win over what was chosen', () => {
    const kept = memory();
    keepChoice(kept, { theme: 'light', language: 'zh-Hans' });
    expect(read('?theme=dark&lang=en-US&role=Viewer', kept)).toEqual({
      theme: 'dark',
      language: 'en-US',
      role: 'Viewer',
    });
  });

  it('ignores words that it does not know', () => {
    expect(read('?theme=pink&lang=tlh&role=God')).toEqual({ theme: 'dark', language: 'en-US' });
  });

  it('takes out of the address what would undo the next choice, and nothing else', () => {
    expect(withoutChoice('http://site/a/x?theme=dark&var-app=a&lang=zh-Hans&role=Viewer')).toBe(
      'http://site/a/x?var-app=a&role=Viewer',
    );
  });
});
