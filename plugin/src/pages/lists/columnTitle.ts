import { t } from '@grafana/i18n';
import type { FigureId, RowLabel } from '@gpuscope/dashboards';

/** What a column of names is called. */
export function labelTitle(label: RowLabel): string {
  switch (label) {
    case 'cluster':
      return t('pages.columns.cluster', 'Cluster');
    case 'tenant':
      return t('pages.columns.tenant', 'Tenant');
    case 'app':
      return t('pages.columns.app', 'App');
    case 'user':
      return t('pages.columns.user', 'User');
    case 'node':
      return t('pages.columns.node', 'Node');
  }
}

interface Words {
  readonly title: string;
  /** What the figure means. */
  readonly how: string;
}

/** What a column of figures is called, and what its figures mean. */
export function figureWords(figure: FigureId): Words {
  switch (figure) {
    case 'held':
      return {
        title: t('pages.columns.held', 'GPUs held'),
        how: t(
          'pages.columns.heldHow',
          'GPUs reserved by running pods now; a part of a GPU counts as that part.',
        ),
      };
    case 'used':
      return {
        title: t('pages.columns.used', 'GPUs used'),
        how: t('pages.columns.usedHow', 'GPUs kept busy now: utilisation times what is held.'),
      };
    case 'unused':
      return {
        title: t('pages.columns.unused', 'Held, unused'),
        how: t('pages.columns.unusedHow', 'GPUs held less GPUs used: what could be given back.'),
      };
    case 'gpuMemory':
      return {
        title: t('pages.columns.gpuMemory', 'GPU memory'),
        how: t('pages.columns.gpuMemoryHow', 'Memory in use on GPUs now.'),
      };
    case 'cpu':
      return {
        title: t('pages.columns.cpu', 'CPU cores'),
        how: t('pages.columns.cpuHow', 'CPU cores used, mean of the last 5 minutes.'),
      };
    case 'memory':
      return {
        title: t('pages.columns.memory', 'Memory'),
        how: t('pages.columns.memoryHow', 'Working set of all pods now.'),
      };
    case 'total':
      return {
        title: t('pages.columns.total', 'GPUs'),
        how: t('pages.columns.totalHow', 'GPU boards in the machine.'),
      };
    case 'temperature':
      return {
        title: t('pages.columns.temperature', 'Hottest'),
        how: t('pages.columns.temperatureHow', 'Temperature of the hottest GPU now.'),
      };
  }
}

export const trendWords = (): Words => ({
  title: t('pages.columns.trend', 'Used over time'),
  how: t(
    'pages.columns.trendHow',
    'GPUs kept busy over the chosen time range, from nought to the greatest value.',
  ),
});
