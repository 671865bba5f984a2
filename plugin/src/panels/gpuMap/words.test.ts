import type { Device } from '../testing/site.js';
import { mapFrames } from '../testing/site.js';
import { countCells, cellsOf } from './counts.js';
import { groupNodes } from './groups.js';
import { mapModel } from './model.js';
import { cellUrl } from './urls.js';
import { cellSentence, countsText, groupName, groupSize } from './words.js';

const nodesOf = (...devices: readonly Partial<Device>[]) =>
  mapModel(mapFrames(devices.map((device, at) => ({ node: 'a', gpu: String(at), ...device }))));
const cellOf = (device: Partial<Device>) => cellsOf(nodesOf(device))[0]!;

describe('a cell in words', () => {
  it.each([
    [{ app: 'trainer', busy: 0.97 }, 'GPU 0: 97 %, busy, cv / trainer'],
    [{ app: 'trainer', busy: 1 }, 'GPU 0: 100 %, busy, cv / trainer'],
    [{ app: 'trainer', busy: 0.004 }, 'GPU 0: <1 %, under 50 % busy, cv / trainer'],
    [{ app: 'trainer', busy: null }, 'GPU 0: use not measured, cv / trainer'],
    [{ busy: 0, state: 'free' as const }, 'GPU 0: 0 %, free'],
    [{ app: 'x', tenant: '', state: 'sick' as const }, 'GPU 0: 50 %, sick, x'],
    [{ instance: '7', app: 'x' }, 'GPU 0 / 7: 50 %, busy, cv / x'],
    [{ app: 'a', others: [{ tenant: 'nlp', app: 'b' }] }, 'GPU 0: 50 %, busy'],
  ])('%j is %s', (device, words) => {
    expect(cellSentence(cellOf(device))).toBe(words);
  });
});

describe('a cell leads', () => {
  const urlTo = (page: string, choice: object) => `${page} ${Object.values(choice).join(' ')}`;

  it.each([
    ['to the app that has it', { app: 'trainer' }, 'app idc1 cv trainer'],
    ['to its node where nobody has it', {}, 'node idc1 a'],
    [
      'to its node where several have it',
      { app: 'a', others: [{ tenant: 'cv', app: 'b' }] },
      'node idc1 a',
    ],
    ['to its node where the holder has no app', { app: '', tenant: 'cv' }, 'node idc1 a'],
    ['to an app without a tenant', { app: 'x', tenant: '' }, 'app idc1 x'],
  ])('%s', (_, device, url) => {
    expect(cellUrl(urlTo, cellOf(device))).toBe(url);
  });
});

describe('many cells in words', () => {
  it('name what there is, the worst first', () => {
    const cells = cellsOf(
      nodesOf({ state: 'free' }, { state: 'heldIdle' }, { state: 'sick' }, { busy: null }, {}),
    );
    expect(countsText(countCells(cells))).toBe(
      '1 sick · 1 held, idle · 1 busy · 1 use not measured · 1 free',
    );
    expect(countsText(countCells([]))).toBe('');
  });

  it('count nodes and boards of a group, and say how busy they are only where that is measured', () => {
    const both = [{ node: 'a' }, { node: 'b' }];
    const grouped = (pool: string, busy: readonly (number | null)[]) =>
      groupNodes(
        nodesOf(...both.map((one, at) => ({ ...one, pool, busy: busy[at] ?? null }))),
        'pool',
      )[0]!;
    const [group, dark] = [grouped('train', [0.71, 0.5]), grouped('', [null, null])];
    expect([groupSize(group), groupSize(dark)]).toEqual([
      '2 nodes · 2 GPUs · 61 % busy',
      '2 nodes · 2 GPUs',
    ]);
    expect([groupName(group), groupName(dark)]).toEqual(['train', 'No pool named']);
  });
});
