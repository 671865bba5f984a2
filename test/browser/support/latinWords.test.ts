import { latinWords } from './latinWords.js';

const none = new Set<string>();

it('finds words that nobody has translated', () => {
  expect(latinWords(['最近 6 小时', 'Last 6 hours', '闲置 18.1 hours', 'All'], none)).toEqual([
    'All',
    'Last',
    'hours',
  ]);
});

it('knows names by how they are written, and those that it is told', () => {
  const texts = [
    'llm-pretrain',
    'sara.lind',
    'GpuNvlinkErrors',
    'nvidia.com/gpu',
    'a: main',
    'Vision',
  ];
  expect(latinWords(texts, new Set(['main', 'vision']))).toEqual([]);
  expect(latinWords(texts, none)).toEqual(['Vision', 'main']);
});

it('lets units, hardware and programs be', () => {
  expect(
    latinWords(['GPU 健康', '40.0 GiB', 'Prometheus', 'Tensor Core 计算', 'Pod'], none),
  ).toEqual([]);
});
