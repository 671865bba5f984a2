import { render, screen, within } from '@testing-library/react';
import { wordsOf } from '../words/words.js';
import type { Part, Preview } from './preview.js';
import { StartPage } from './StartPage.js';
import '../testing/patience.js';

const PARTS: readonly Part[] = [
  { name: 'Prometheus', state: 'ready', note: '3 days', url: 'http://127.0.0.1:9090' },
  { name: 'Log store', state: 'starting', note: 'indexing' },
  { name: 'Shipper', state: 'waiting' },
];

const preview = (state: Preview['state'], parts = PARTS): Preview => ({
  state,
  parts,
  simulated: true,
  links: {},
});

const words = wordsOf('en-US');
const rowOf = (name: string) => screen.getByText(name).closest('li') as HTMLElement;

describe('the start page', () => {
  it('says at once that it is a preview and simulated', () => {
    render(<StartPage words={words} />);
    expect(screen.getByText('Preview')).toBeTruthy();
    expect(screen.getByText('Simulated')).toBeTruthy();
  });

  it('shows each part with its state and note', () => {
    render(<StartPage words={words} preview={preview('starting')} />);
    expect(rowOf('Prometheus').dataset['state']).toBe('ready');
    expect(within(rowOf('Log store')).getByText('indexing')).toBeTruthy();
    expect(within(rowOf('Shipper')).getByText('waiting')).toBeTruthy();
  });

  it('leads to the parts that can be opened', () => {
    render(<StartPage words={words} preview={preview('starting')} />);
    const links = screen.getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['http://127.0.0.1:9090']);
    expect(screen.getByRole('link', { name: 'open: Prometheus' })).toBe(links[0]);
  });

  it('says aloud that the start failed, and which part did', () => {
    const parts: Part[] = [{ name: 'Prometheus', state: 'failed', note: 'port 9090 is taken' }];
    render(<StartPage words={words} preview={preview('failed', parts)} />);
    expect(screen.getByRole('heading').textContent).toBe(words.failedTitle);
    expect(screen.getByRole('alert').textContent).toBe(words.failedText);
    expect(within(rowOf('Prometheus')).getByText('port 9090 is taken')).toBeTruthy();
  });

  it('keeps the parts in sight while the server is silent', () => {
    render(<StartPage words={words} preview={preview('starting')} silence="refused" />);
    expect(screen.getByRole('alert').textContent).toBe('refused');
    expect(rowOf('Prometheus')).toBeTruthy();
  });

  it('says why the app could not be opened', () => {
    render(<StartPage words={words} preview={preview('ready')} mountError="module.js: 404" />);
    expect(screen.getByRole('heading').textContent).toBe(words.mountFailed);
    expect(screen.getByRole('alert').textContent).toBe('module.js: 404');
  });

  it('speaks Chinese', () => {
    render(<StartPage words={wordsOf('zh-Hans')} preview={preview('starting')} />);
    expect(screen.getByRole('heading').textContent).toBe('gpuscope 正在启动');
    expect(within(rowOf('Prometheus')).getByText('就绪')).toBeTruthy();
  });
});
