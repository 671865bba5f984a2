import { getDisplayValueAlignmentFactors, type FieldDisplay, type PanelProps } from '@grafana/data';
import { BigValue, BigValueGraphMode, BigValueTextMode, useTheme2, VizRepeater } from '@grafana/ui';
import { Linked } from '../shared/Linked.js';
import { displayValues } from '../shared/values.js';
import type { Options } from './options.js';

interface Cell {
  readonly value: FieldDisplay;
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly alignmentFactors: ReturnType<typeof getDisplayValueAlignmentFactors>;
}

/** One number is told by its panel's title already. */
const textMode = ({ textMode: mode }: Options, count: number): BigValueTextMode =>
  mode === BigValueTextMode.Auto && count === 1 ? BigValueTextMode.Value : mode;

function sparklineOf({ sparkline }: FieldDisplay, props: PanelProps<Options>) {
  if (sparkline === undefined) return undefined;
  return { ...sparkline, timeRange: props.timeRange };
}

/** Big numbers with a line of how they came to be. */
export function StatPanel(props: PanelProps<Options>) {
  const { options, width, height, data, renderCounter } = props;
  const theme = useTheme2();
  const draw = ({ value, count, alignmentFactors, ...size }: Cell) => (
    <Linked
      hasLinks={value.hasLinks}
      {...(value.getLinks === undefined ? {} : { getLinks: value.getLinks })}
      draw={(target) => (
        <BigValue
          {...target}
          {...size}
          value={value.display}
          count={count}
          sparkline={sparklineOf(value, props)}
          colorMode={options.colorMode}
          graphMode={options.graphMode}
          justifyMode={options.justifyMode}
          textMode={textMode(options, count)}
          alignmentFactors={alignmentFactors}
          text={options.text}
          disableWideLayout={!options.wideLayout}
          hasLinks={value.hasLinks}
          theme={theme}
        />
      )}
    />
  );
  return (
    <VizRepeater
      getValues={() => displayValues(props, options.graphMode !== BigValueGraphMode.None)}
      getAlignmentFactors={(values: FieldDisplay[]) => getDisplayValueAlignmentFactors(values)}
      renderValue={draw}
      width={width}
      height={height}
      source={data}
      itemSpacing={3}
      renderCounter={renderCounter}
      autoGrid
      orientation={options.orientation}
    />
  );
}
