import type { TimeZone } from '@grafana/data';
import { memo } from 'react';
import { inkOn } from '../shared/ink.js';
import type { UrlTo } from '../shared/links.js';
import { follow, hrefOf } from '../shared/links.js';
import type { Bar, Lane, Span } from './lane.js';
import { appKey } from './lane.js';
import type { HoldersLayout } from './layout.js';
import { BAR_HEIGHT, barBox, positionOf } from './layout.js';
import type { HoldersStyles } from './styles.js';
import type { Tick } from './ticks.js';
import { barUrl, laneUrl } from './urls.js';
import { barSentence, holderName } from './words.js';

export interface LaneLineProps {
  readonly lane: Lane;
  readonly row: number;
  /** What the lane is called. */
  readonly name: string;
  readonly range: Span;
  readonly timeZone: TimeZone;
  readonly ticks: readonly Tick[];
  readonly layout: HoldersLayout;
  readonly idOf: (row: number, column: number) => string;
  readonly urlTo: UrlTo;
  /** Column that the keys are at; undefined where they are in another lane. */
  readonly active: number | undefined;
  /** The colour of an app. */
  readonly colorOf: (app: string) => string;
  readonly styles: HoldersStyles;
}

/** Whose a bar is shows in its colour, the same for an app wherever it is drawn. */
function colorsOf({ colorOf }: LaneLineProps, { holder }: Bar) {
  const background = colorOf(appKey(holder));
  return { background, color: inkOn(background) };
}

const withActive = (name: string, isActive: boolean, styles: HoldersStyles): string =>
  isActive ? `${name} ${styles.active}` : name;

function Bars(props: LaneLineProps) {
  const { lane, row, range, timeZone, layout, idOf, urlTo, active, styles } = props;
  return lane.bars.map((bar, at) => {
    const url = barUrl(urlTo, lane, bar);
    return (
      <a
        key={bar.key}
        id={idOf(row, at + 1)}
        role="gridcell"
        tabIndex={-1}
        href={hrefOf(url)}
        data-place={`${row}:${at + 1}`}
        aria-label={barSentence(bar, timeZone)}
        className={withActive(styles.bar, active === at + 1, styles)}
        style={{ ...barBox(bar, range, layout.plotWidth), ...colorsOf(props, bar) }}
        onClick={(event) => follow(event, url)}
      >
        {holderName(bar.holder)}
      </a>
    );
  });
}

/** A device's name and who had it when; where nothing is drawn it was free. */
export const LaneLine = memo(function LaneLine(props: LaneLineProps) {
  const { lane, row, name, range, ticks, layout, idOf, urlTo, active, styles } = props;
  const url = laneUrl(urlTo, lane);
  return (
    <>
      <a
        id={idOf(row, 0)}
        role="rowheader"
        tabIndex={-1}
        href={hrefOf(url)}
        title={name}
        data-place={`${row}:0`}
        className={withActive(styles.label, active === 0, styles)}
        style={{ width: layout.labelWidth, lineHeight: `${BAR_HEIGHT}px` }}
        onClick={(event) => follow(event, url)}
      >
        {name}
      </a>
      <div
        role="presentation"
        className={styles.plot}
        style={{ width: layout.plotWidth, marginBottom: 4 }}
      >
        {ticks.map(({ atMs }) => (
          <div
            key={atMs}
            className={styles.grid}
            style={{ left: positionOf(atMs, range, layout.plotWidth) }}
          />
        ))}
        <Bars {...props} />
      </div>
    </>
  );
});
