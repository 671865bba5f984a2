import { crumbsOf } from './crumbs.js';

const app = { name: 'gpuscope', start: '/a/app/overview' };
const pages = [
  { title: 'Overview', path: '/a/app/overview', isDefault: true },
  { title: 'Apps', path: '/a/app/apps', isDefault: false },
];
const texts = (where: Parameters<typeof crumbsOf>[0]) => crumbsOf(where).map(({ text }) => text);

describe('the way to where the visitor is', () => {
  it('starts at the app and names the page of the list', () => {
    expect(crumbsOf({ app, pages, pathname: '/a/app/apps' })).toEqual([
      { text: 'gpuscope', href: '/a/app/overview' },
      { text: 'Apps' },
    ]);
  });

  it('does not say twice what the page says of itself', () => {
    const page = { text: 'All apps', url: '/a/app/apps?from=now-6h' };
    expect(texts({ app, pages, pathname: '/a/app/apps', page })).toEqual(['gpuscope', 'All apps']);
  });

  it('leads through the pages above', () => {
    const page = {
      text: 'train',
      url: '/a/app/app?var-app=train',
      parentItem: { text: 'Apps', url: '/a/app/apps?from=now-1h' },
    };
    expect(crumbsOf({ app, pages, pathname: '/a/app/app', page })).toEqual([
      { text: 'gpuscope', href: '/a/app/overview' },
      { text: 'Apps', href: '/a/app/apps?from=now-1h' },
      { text: 'train' },
    ]);
  });

  it('keeps the app in front of its first page', () => {
    const page = { text: 'Overview', url: '/a/app/overview' };
    expect(texts({ app, pages, pathname: '/a/app/overview', page })).toEqual([
      'gpuscope',
      'Overview',
    ]);
  });

  it('leaves out what is to be left out', () => {
    const parentItem = { text: 'Hidden', hideFromBreadcrumbs: true };
    const page = { text: 'x', url: '/x', parentItem };
    expect(texts({ app, pages, pathname: '/x', page })).toEqual(['gpuscope', 'x']);
  });
});
