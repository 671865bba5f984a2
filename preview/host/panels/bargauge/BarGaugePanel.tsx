import type { VizOrientation } from '@grafana/data';
import {
  getDisplayProcessor,
  getDisplayValueAlignmentFactors,
  type FieldDisplay,
  type PanelProps,
} from '@grafana/data';
import { BarGauge, useTheme2, VizRepeater } from '@grafana/ui';
import { Linked } from '../shared/Linked.js';
import { displayValues } from '../shared/values.js';
import type { Options } from './options.js';

interface Cell {
  readonly value: FieldDisplay;
  readonly width: number;
  readonly height: number;
  readonly orientation: VizOrientation;
  readonly alignmentFactors: ReturnType<typeof getDisplayValueAlignmentFactors>;
}

const processorOf = ({ view, colIndex }: FieldDisplay) =>
  view === undefined || colIndex === undefined
    ? undefined
    : (view.getFieldDisplayProcessor(colIndex) ?? getDisplayProcessor());

/** A bar for each number. */
export function BarGaugePanel(props: PanelProps<Options>) {
  const { options, width, height, data, renderCounter } = props;
  const theme = useTheme2();
  const draw = ({ value, ...cell }: Cell) => (
    <Linked
      hasLinks={value.hasLinks}
      {...(value.getLinks === undefined ? {} : { getLinks: value.getLinks })}
      draw={(target) => (
        <BarGauge
          {...target}
          {...cell}
          value={value.display}
          field={value.field}
          display={processorOf(value)}
          text={options.text}
          itemSpacing={10}
          displayMode={options.displayMode}
          showUnfilled={options.showUnfilled}
          valueDisplayMode={options.valueMode}
          namePlacement={options.namePlacement}
          isOverflow={false}
          theme={theme}
        />
      )}
    />
  );
  return (
    <VizRepeater
      getValues={() => displayValues(props)}
      getAlignmentFactors={(values: FieldDisplay[]) => getDisplayValueAlignmentFactors(values)}
      renderValue={draw}
      width={width}
      height={height}
      source={data}
      itemSpacing={10}
      minVizWidth={options.minVizWidth}
      minVizHeight={options.minVizHeight}
      maxVizHeight={options.maxVizHeight}
      renderCounter={renderCounter}
      orientation={options.orientation}
    />
  );
}
