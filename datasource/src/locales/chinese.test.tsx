import { initPluginTranslations } from '@grafana/i18n';
import { screen } from '@testing-library/react';
import i18next from 'i18next';
import pluginJson from '../plugin.json';
import { stageConfig } from '../testing/config.js';
import { openList, stageEditor } from '../testing/editor.js';
import { displayText } from '../query/displayText.js';
import { linesQuery } from '../testing/queries.js';
import chinese from './zh-Hans/gpuscope-logs-datasource.json';

// As Grafana does for a reader whose language is Chinese, before it loads the plugin.
beforeAll(async () => {
  const resources = { 'zh-Hans': { [pluginJson.id]: chinese } };
  await i18next.init({ lng: 'zh-Hans', resources, showSupportNotice: false } as object);
  await initPluginTranslations(pluginJson.id);
});

describe('a Chinese reader', () => {
  it('is asked in Chinese what to show of which app', async () => {
    const { user } = await stageEditor({ wordsName: '日志中的词' });
    for (const show of ['日志', '日志量', '计数', '速率']) {
      expect(screen.getByRole('radio', { name: show })).toBeInstanceOf(HTMLElement);
    }
    const levels = await openList(user, '级别');
    expect(levels.map(({ textContent }) => textContent).slice(0, 3)).toEqual([
      '致命',
      '错误',
      '警告',
    ]);
  });

  it('sets up the source in Chinese', () => {
    stageConfig();
    for (const part of ['日志存储', '登录存储', '日志记录', '限制', '追踪链接']) {
      expect(screen.getByRole('group', { name: part })).toBeInstanceOf(HTMLElement);
    }
  });

  it('reads in Chinese what a query asks, with the values as they are', () => {
    const query = linesQuery({
      show: 'counts',
      instant: true,
      by: ['app'],
      selection: { words: '显存<不足' },
    });
    expect(displayText(query)).toBe('行数 按 app 分组 · 显存<不足');
  });
});
