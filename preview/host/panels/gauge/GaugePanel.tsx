import type { FieldDisplay, PanelProps } from '@grafana/data';
import { VizRepeater } from '@grafana/ui';
import { Linked } from '../shared/Linked.js';
import { displayValues } from '../shared/values.js';
import { Dial } from './Dial.js';
import type { Options } from './options.js';

interface Cell {
  readonly value: FieldDisplay;
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

/** A dial for each number; Grafana's own one leans on a library that it keeps to itself. */
export function GaugePanel(props: PanelProps<Options>) {
  const { options, width, height, data, renderCounter } = props;
  const draw = ({ value, width: wide, height: high, count }: Cell) => (
    <Linked
      hasLinks={value.hasLinks}
      {...(value.getLinks === undefined ? {} : { getLinks: value.getLinks })}
      draw={(target) => (
        <Dial {...target} value={value} width={wide} height={high} showName={count > 1} />
      )}
    />
  );
  return (
    <VizRepeater
      getValues={() => displayValues(props)}
      renderValue={draw}
      width={width}
      height={height}
      source={data}
      autoGrid
      itemSpacing={16}
      minVizWidth={options.minVizWidth}
      minVizHeight={options.minVizHeight}
      renderCounter={renderCounter}
      orientation={options.orientation}
    />
  );
}
