import { t } from '@grafana/i18n';
import { chosenOf } from '../state/state.js';
import { useLogs } from '../state/useLogs.js';
import type { Volume } from '../volume/readVolume.js';
import { Facet } from './Facet.js';
import { facetsOf, facetTitle } from './facetList.js';
import { FieldsFacet } from './FieldsFacet.js';
import { LevelFacet } from './LevelFacet.js';
import { NameFacet } from './NameFacet.js';

/** What the lines can be narrowed by, each with how many lines it has. */
export function Facets({ volume }: { readonly volume: Volume | undefined }) {
  const { state, about } = useLogs();
  return (
    <nav aria-label={t('logs.facets', 'Narrow the lines')}>
      {facetsOf(state, about).map(({ name, isOpen }) => (
        <Facet
          key={name}
          title={facetTitle(name)}
          isOpen={isOpen}
          chosen={chosenOf(state, name).length}
        >
          {() => <NameFacet name={name} />}
        </Facet>
      ))}
      <Facet title={t('logs.facet.level', 'Levels')} isOpen chosen={state.levels.length}>
        {() => <LevelFacet volume={volume} />}
      </Facet>
      <Facet
        title={t('logs.facet.fields', 'Fields')}
        isOpen={state.filters.length > 0}
        chosen={state.filters.length}
      >
        {() => <FieldsFacet />}
      </Facet>
    </nav>
  );
}
