import { FieldType, createDataFrame } from '@grafana/data';
import { fireEvent, render, screen } from '@testing-library/react';
import '../../panels/testing/patience.js';
import { readVolume } from './readVolume.js';
import { VolumeBars } from './VolumeBars.js';

/** A step is a hundred pixels wide: in tests all is drawn 1200 pixels wide. */
const STEP = 100;
const SPAN = { fromMs: 0, toMs: 12 * STEP };

function setUp() {
  const volume = readVolume([
    createDataFrame({
      fields: [
        {
          name: 'time',
          type: FieldType.time,
          values: Array.from({ length: 12 }, (_, at) => at * STEP),
        },
        { name: 'lines', type: FieldType.number, values: Array.from({ length: 12 }, () => 1) },
      ],
    }),
  ]);
  if (volume === undefined) throw new Error('No volume');
  const onZoom = jest.fn();
  const onHover = jest.fn();
  render(
    <VolumeBars volume={volume} span={SPAN} label="volume" onHover={onHover} onZoom={onZoom} />,
  );
  const drawing = screen.getByRole('img', { name: 'volume' });
  return { drawing, onZoom, onHover };
}

const at = (clientX: number, more = {}) => ({ clientX, button: 0, pointerId: 1, ...more });

/** jsdom knows no pointers: a mouse's events under their names, with all that they carry. */
const pointer = (drawing: HTMLElement, type: string, clientX: number, more = {}) => {
  const event = new MouseEvent(type, { bubbles: true, ...at(clientX, more) });
  fireEvent(drawing, event);
};

describe('a drag over the volume', () => {
  it.each([
    ['to the right', 150, 450],
    ['to the left', 450, 150],
  ])('%s is the time between', (_, from, to) => {
    const { drawing, onZoom } = setUp();
    pointer(drawing, 'pointerdown', from);
    pointer(drawing, 'pointermove', to);
    pointer(drawing, 'pointerup', to);
    expect(onZoom.mock.calls).toEqual([[{ fromMs: 150, toMs: 450 }]]);
  });

  it('beyond the end ends there', () => {
    const { drawing, onZoom } = setUp();
    pointer(drawing, 'pointerdown', 900);
    pointer(drawing, 'pointermove', 5000);
    pointer(drawing, 'pointerup', 5000);
    expect(onZoom.mock.calls).toEqual([[{ fromMs: 900, toMs: 1200 }]]);
  });

  it('that is broken off chooses nothing', () => {
    const { drawing, onZoom, onHover } = setUp();
    pointer(drawing, 'pointerdown', 150);
    pointer(drawing, 'pointermove', 450);
    pointer(drawing, 'pointercancel', 450);
    pointer(drawing, 'pointerup', 450);
    expect(onZoom).not.toHaveBeenCalled();
    expect(onHover).toHaveBeenLastCalledWith(undefined);
  });

  it('with another button is the browser’s own', () => {
    const { drawing, onZoom } = setUp();
    pointer(drawing, 'pointerdown', 150, { button: 2 });
    pointer(drawing, 'pointerup', 450, { button: 2 });
    expect(onZoom).not.toHaveBeenCalled();
  });
});

it('a click means the bar', () => {
  const { drawing, onZoom } = setUp();
  pointer(drawing, 'pointerdown', 230);
  pointer(drawing, 'pointerup', 232);
  expect(onZoom.mock.calls).toEqual([[{ fromMs: 200, toMs: 300 }]]);
});
