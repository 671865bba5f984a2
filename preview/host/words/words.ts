import type { Language } from '../choice/index.js';
import type { PartState } from '../start/preview.js';

/** All that the preview itself says; what the plugins say is theirs. */
export interface Words {
  readonly preview: string;
  readonly simulated: string;
  readonly simulatedHint: string;
  readonly startTitle: string;
  readonly startText: string;
  readonly failedTitle: string;
  readonly failedText: string;
  readonly silent: string;
  readonly mounting: string;
  readonly mountFailed: string;
  readonly state: Readonly<Record<PartState, string>>;
  readonly open: string;
  readonly nav: string;
  readonly openNav: string;
  readonly closeNav: string;
  readonly home: string;
  readonly breadcrumbs: string;
  readonly skip: string;
  readonly light: string;
  readonly dark: string;
  readonly toLanguage: string;
  readonly servers: string;
  readonly serverNames: Readonly<Record<string, string>>;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly toStart: string;
  readonly inGrafana: string;
  readonly inGrafanaText: string;
  readonly noData: string;
  readonly tabs: string;
  readonly adminOnly: string;
  readonly adminOnlyText: string;
  readonly close: string;
}

const EN: Words = {
  preview: 'Preview',
  simulated: 'Simulated',
  simulatedHint:
    'This page mounts the built plugins without Grafana. The cluster and its logs are simulated.',
  startTitle: 'gpuscope is starting',
  startText: 'A simulated cluster, its metrics and its logs are being set up on this machine.',
  failedTitle: 'gpuscope could not start',
  failedText: 'The terminal that started it says more. This page goes on when it is started again.',
  silent: 'The server does not answer',
  mounting: 'Opening the app',
  mountFailed: 'The app could not be opened',
  state: { waiting: 'waiting', starting: 'starting', ready: 'ready', failed: 'failed' },
  open: 'open',
  nav: 'Pages',
  openNav: 'Open the menu',
  closeNav: 'Close the menu',
  home: 'Home',
  breadcrumbs: 'Where you are',
  skip: 'Skip to the content',
  light: 'Light theme',
  dark: 'Dark theme',
  toLanguage: '中文',
  servers: 'Servers',
  serverNames: { prometheus: 'Prometheus', store: 'Log store', exporters: 'Exporter' },
  notFound: 'No such page',
  notFoundText: 'Nothing lies at this address.',
  toStart: 'To the overview',
  inGrafana: 'Only in Grafana',
  inGrafanaText: 'This address belongs to Grafana itself, which is not part of the preview.',
  noData: 'No data',
  tabs: 'Parts of this page',
  adminOnly: 'For administrators',
  adminOnlyText: 'Ask one of them to open this page for you.',
  close: 'Close',
};

const ZH: Words = {
  preview: '预览',
  simulated: '模拟',
  simulatedHint: '此页面在没有 Grafana 的情况下加载已构建的插件。集群及其日志均为模拟。',
  startTitle: 'gpuscope 正在启动',
  startText: '正在本机上搭建模拟集群及其指标和日志。',
  failedTitle: 'gpuscope 未能启动',
  failedText: '启动它的终端里有更多信息。重新启动后此页面会自动继续。',
  silent: '服务器没有响应',
  mounting: '正在打开应用',
  mountFailed: '无法打开应用',
  state: { waiting: '等待中', starting: '启动中', ready: '就绪', failed: '失败' },
  open: '打开',
  nav: '页面',
  openNav: '打开菜单',
  closeNav: '关闭菜单',
  home: '首页',
  breadcrumbs: '当前位置',
  skip: '跳到内容',
  light: '浅色主题',
  dark: '深色主题',
  toLanguage: 'English',
  servers: '服务',
  serverNames: { prometheus: 'Prometheus', store: '日志存储', exporters: '导出器' },
  notFound: '页面不存在',
  notFoundText: '此地址没有内容。',
  toStart: '前往概览',
  inGrafana: '仅在 Grafana 中可用',
  inGrafanaText: '此地址属于 Grafana 本身，不在预览范围内。',
  noData: '无数据',
  tabs: '此页面的各部分',
  adminOnly: '仅限管理员',
  adminOnlyText: '请联系管理员为您打开此页面。',
  close: '关闭',
};

export const wordsOf = (language: Language): Words => (language === 'zh-Hans' ? ZH : EN);
