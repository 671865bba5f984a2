import { useMemo, useRef } from 'react';
import { css } from '@emotion/css';
import type { PanelData } from '@grafana/data';
import { Button } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { shownOf } from '../../scenes/emptiness.js';
import { ListInstead } from './ListInstead.js';
import { ListTable } from './ListTable.js';
import { SearchBar } from './SearchBar.js';
import { useFavourites } from './favourites.js';
import type { ListSpec } from '@gpuscope/dashboards';
import { PAGE_OF_ROWS, type ListChoice } from './listChoice.js';
import { ordered, searched } from './order.js';
import { rangeOf, rowsOf, type Row } from './rows.js';
import { useListKeys } from './useListKeys.js';

const list = css({ width: '100%', minWidth: 0 });

interface Props {
  readonly spec: ListSpec;
  readonly data: PanelData | undefined;
  readonly choice: ListChoice;
  readonly onChoice: (changed: Partial<ListChoice>) => void;
  readonly urlOf: (row: Row) => string;
  readonly onRetry: () => void;
}

/** The list as it is drawn: search above, rows below, and in their place why there are none. */
export function EntityListView({ spec, data, choice, onChoice, urlOf, onRetry }: Props) {
  const { search, order, onlyFavourites, limit } = choice;
  const favourites = useFavourites(spec.id);
  const place = useRef<HTMLDivElement>(null);
  useListKeys(place);
  const all = useMemo(() => rowsOf(spec, data?.series ?? [], rangeOf(data)), [spec, data]);
  const matching = searched(all, search);
  const wanted = onlyFavourites ? matching.filter(({ key }) => favourites.has(key)) : matching;
  const rows = ordered(wanted, order);
  const shown = shownOf(data);
  return (
    <div ref={place} className={list} data-list={spec.id} data-shown={shown}>
      <SearchBar
        search={search}
        onSearch={(text) => onChoice({ search: text })}
        onlyFavourites={onlyFavourites}
        onOnlyFavourites={(only) => onChoice({ onlyFavourites: only })}
        found={rows.length}
        total={all.length}
      />
      {rows.length > 0 ? (
        <ListTable
          spec={spec}
          rows={rows.slice(0, limit)}
          order={order}
          onOrder={(next) => onChoice({ order: next })}
          favourites={favourites}
          urlOf={urlOf}
        />
      ) : (
        <ListInstead
          list={spec.id}
          shown={shown}
          data={data}
          isNarrowed={all.length > 0}
          onWiden={() => onChoice({ search: '', onlyFavourites: false })}
          onRetry={onRetry}
        />
      )}
      {rows.length > limit && (
        <Button variant="secondary" onClick={() => onChoice({ limit: limit + PAGE_OF_ROWS })}>
          {t('pages.list.more', 'Show {{more}} more of {{total}}', {
            more: Math.min(PAGE_OF_ROWS, rows.length - limit),
            total: rows.length,
          })}
        </Button>
      )}
    </div>
  );
}
