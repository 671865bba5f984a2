import { createDataFrame } from '@grafana/data';
import { droppedNotice, emptiedFrame, withNotice } from './notices.js';

const notice = { severity: 'warning' as const, text: 'new' };

describe('a notice on an answer', () => {
  it('stands once, on the first of the frames that are shown together', () => {
    const frames = [createDataFrame({ fields: [] }), createDataFrame({ fields: [] })];
    const [first, second] = withNotice(frames, notice);
    expect(first?.meta?.notices).toEqual([notice]);
    expect(second?.meta?.notices).toBeUndefined();
    expect(frames[0]?.meta?.notices).toBeUndefined();
  });

  it('comes after those of the backend', () => {
    const told = { severity: 'info' as const, text: 'old' };
    const [frame] = withNotice(
      [createDataFrame({ fields: [], meta: { notices: [told] } })],
      notice,
    );
    expect(frame?.meta?.notices).toEqual([told, notice]);
  });

  it('has a frame of its own where nothing was found', () => {
    expect(withNotice([], notice)).toMatchObject([{ length: 0, meta: { notices: [notice] } }]);
  });
});

describe('what is said', () => {
  it('names every filter that was not asked, as it was written', () => {
    const { severity, text } = droppedNotice([
      { key: 'a', operator: '=~', value: 'x.*' },
      { key: 'b', operator: '<', value: '<&>' },
    ]);
    expect(severity).toBe('warning');
    expect(text).toContain('a =~ x.*, b < <&>');
  });

  it('names every list whose variable is empty', () => {
    const frame = emptiedFrame('B', ['app', 'pod']);
    expect(frame.refId).toBe('B');
    expect(frame.meta?.notices?.[0]?.text).toContain('app, pod');
  });
});
