import { initPluginTranslations } from '@grafana/i18n';
import i18next from 'i18next';
import chinese from '../locales/zh-Hans/gpuscope-app.json';
import { formatAmount, formatIdle, formatPartOf, formatWhen } from './index.js';

const ID = 'gpuscope-app';

// As Grafana does for a reader whose language is Chinese, before it loads the plugin.
beforeAll(async () => {
  const resources = { 'zh-Hans': { [ID]: chinese } };
  await i18next.init({ lng: 'zh-Hans', resources, showSupportNotice: false } as object);
  await initPluginTranslations(ID);
});

describe('a Chinese reader', () => {
  it('reads amounts in Chinese, with signs as they are', () => {
    expect(formatPartOf(3.4, 8, 'gpus')).toBe('3.4 / 8 块 GPU');
    expect(formatPartOf(0.001, 8, 'cores')).toBe('<0.01 / 8 核');
    expect(formatAmount(41 * 1024 ** 3, 'bytes')).toBe('41 GiB');
    expect(formatPartOf(41 * 1024 ** 3, 80 * 1024 ** 3, 'bytes')).toBe('41 GiB（共 80）');
  });

  it('reads times in Chinese', () => {
    expect(formatIdle(18_000)).toBe('已闲置 5 小时');
    expect(formatWhen(0, 3 * 86_400_000)).toBe('3 天前');
  });
});
