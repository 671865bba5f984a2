import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { At } from '../testing/At.js';
import type { Choice } from '../choice/index.js';
import { appOf, lookAs } from '../testing/app.js';
import { Frame } from './Frame.js';
import { where } from './whereStore.js';
import '../testing/patience.js';

const CHOICE: Choice = { theme: 'dark', language: 'en-US' };

function draw(path = '/a/app/apps', width = 1400, links = {}) {
  window.innerWidth = width;
  return render(
    <At path={path}>
      <Frame app={appOf()} choice={CHOICE} links={links}>
        <p>the page</p>
      </Frame>
    </At>,
  );
}

const pages = () => screen.queryByRole('navigation', { name: 'Pages' });
const titles = () =>
  within(pages() as HTMLElement)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

beforeEach(() => lookAs('Viewer'));

describe('the frame', () => {
  it('always says that it is a preview of simulated data', () => {
    draw();
    const note = screen.getByRole('note');
    expect(note.textContent).toBe('PreviewSimulated');
    expect(note.getAttribute('aria-label')).toMatch(/without Grafana/);
  });

  it('lists the pages that the visitor may open, in their order', () => {
    draw();
    expect(titles()).toEqual(['Apps', 'Overview']);
  });

  it('lists those for administrators to administrators', () => {
    lookAs('Admin');
    draw();
    expect(titles()).toEqual(['Apps', 'Overview', 'Settings']);
  });

  it('marks the page that is shown', () => {
    draw('/a/app/apps/train');
    const here = within(pages() as HTMLElement).getByRole('link', { current: 'page' });
    expect(here.textContent).toBe('Apps');
  });

  it('says where the visitor is, in the bar and in the title', () => {
    draw();
    act(() => where.set({ text: 'train', url: '/a/app/apps/train' }));
    const way = screen.getByRole('navigation', { name: 'Where you are' });
    expect(
      within(way)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['gpuscope', 'Apps', 'train']);
    expect(document.title).toBe('train - Apps - gpuscope (Preview)');
    act(() => where.set(undefined));
  });

  it('lets a keyboard skip to the page', () => {
    draw();
    const skip = screen.getByRole('link', { name: 'Skip to the content' });
    const target = skip.getAttribute('href')?.split('#')[1] ?? '';
    expect(document.getElementById(target)?.textContent).toBe('the page');
  });

  it('leads to the servers behind it, where there are any', () => {
    draw();
    expect(screen.queryByRole('button', { name: 'Servers' })).toBeNull();
    draw('/a/app/apps', 1400, { prometheus: 'http://127.0.0.1:9090', 'exporters 2': 'http://e' });
    fireEvent.click(screen.getByRole('button', { name: 'Servers' }));
    const items = screen.getAllByRole('menuitem');
    expect(items.map((item) => [item.textContent, item.getAttribute('href')])).toEqual([
      ['Prometheus', 'http://127.0.0.1:9090'],
      ['Exporter 2', 'http://e'],
    ]);
  });
});

describe('the list of pages', () => {
  const toggle = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  it('can be closed and opened', () => {
    draw();
    toggle('Close the menu');
    expect(pages()).toBeNull();
    toggle('Open the menu');
    expect(pages()).not.toBeNull();
  });

  it('is closed in a narrow window, opens over the page, and Escape closes it', () => {
    draw('/a/app/apps', 400);
    expect(pages()).toBeNull();
    toggle('Open the menu');
    expect(pages()).not.toBeNull();
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(pages()).toBeNull();
  });

  it('stays open in a wide window when Escape is for something else', () => {
    draw();
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(pages()).not.toBeNull();
  });
});
