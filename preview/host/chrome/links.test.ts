import { followed, followLinks, type Click } from './links.js';

const PLAIN: Click = {
  button: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  defaultPrevented: false,
};

function link(html: string): HTMLAnchorElement {
  document.body.innerHTML = html;
  return document.body.querySelector('a') as HTMLAnchorElement;
}

describe('following a link without loading the page', () => {
  it('goes to pages', () => {
    const anchor = link('<a href="/a/app/apps?var-app=x#y">x</a>');
    expect(followed(PLAIN, anchor)).toBe('/a/app/apps?var-app=x#y');
  });

  it.each([
    ['another site', '<a href="https://prometheus.io/">x</a>'],
    ['another tab', '<a href="/a/app" target="_blank">x</a>'],
    ['a file', '<a href="/public/plugins/app/img/logo.svg">x</a>'],
    ['an answer', '<a href="/api/preview">x</a>'],
    ['a download', '<a href="/a/app" download>x</a>'],
    ['a place on the page', '<a href="#content">x</a>'],
    ['nowhere', '<a>x</a>'],
  ])('leaves %s to the browser', (_, html) => {
    expect(followed(PLAIN, link(html))).toBeUndefined();
  });

  it.each(['ctrlKey', 'metaKey', 'shiftKey', 'altKey', 'defaultPrevented'] as const)(
    'leaves a click with %s to the browser',
    (key) => {
      expect(followed({ ...PLAIN, [key]: true }, link('<a href="/a">x</a>'))).toBeUndefined();
    },
  );

  it('listens to clicks on what a link holds, until it is ended', () => {
    const visited: string[] = [];
    const end = followLinks((address) => visited.push(address));
    const inner = link('<a href="/a/app"><b>x</b></a>').querySelector('b') as HTMLElement;
    inner.click();
    end();
    document.body.querySelector('a')?.removeAttribute('href');
    inner.click();
    expect(visited).toEqual(['/a/app']);
  });
});
