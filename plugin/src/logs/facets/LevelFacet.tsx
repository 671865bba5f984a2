import { t } from '@grafana/i18n';
import { levelText, ROW_LEVELS } from '../../panels/lines/levels.js';
import { useLogs } from '../state/useLogs.js';
import type { Volume } from '../volume/readVolume.js';
import { ValueList } from './ValueList.js';

/** The levels, counted as the bars above are. */
export function LevelFacet({ volume }: { readonly volume: Volume | undefined }) {
  const { state, change } = useLogs();
  const values = ROW_LEVELS.map((level) => {
    const found = volume?.levels.find((one) => one.level === level);
    return { text: level, label: levelText(level), count: volume && (found?.sum ?? 0) };
  });
  const onToggle = (text: string) =>
    change((before) => ({
      ...before,
      levels: ROW_LEVELS.filter((level) => before.levels.includes(level) !== (level === text)),
    }));
  return (
    <ValueList
      title={t('logs.facet.level', 'Levels')}
      values={values}
      chosen={state.levels}
      onToggle={onToggle}
    />
  );
}
