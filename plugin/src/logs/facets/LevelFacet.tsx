import { t } from '@grafana/i18n';
import { levelText, ROW_LEVELS } from '../../panels/lines/levels.js';
import { areLevelsCounted } from '../state/countable.js';
import { useLogs } from '../state/useLogs.js';
import type { Volume } from '../volume/readVolume.js';
import { Said } from './Said.js';
import { ValueList } from './ValueList.js';

/** The levels, counted as the bars above are. */
export function LevelFacet({ volume }: { readonly volume: Volume | undefined }) {
  const { state, about, change } = useLogs();
  const values = ROW_LEVELS.map((level) => {
    const found = volume?.levels.find((one) => one.level === level);
    return { text: level, label: levelText(level), count: volume && (found?.sum ?? 0) };
  });
  const onToggle = (text: string) =>
    change((before) => ({
      ...before,
      levels: ROW_LEVELS.filter((level) => before.levels.includes(level) !== (level === text)),
    }));
  const isMissed = state.levels.length > 0 && !areLevelsCounted(about);
  return (
    <>
      <ValueList
        title={t('logs.facet.level', 'Levels')}
        values={values}
        chosen={state.levels}
        onToggle={onToggle}
      />
      {isMissed && (
        <Said
          text={t(
            'logs.facet.noLevels',
            'The records hold no level as a field: the other lists count lines of all levels.',
          )}
        />
      )}
    </>
  );
}
