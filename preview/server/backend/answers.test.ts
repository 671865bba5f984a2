import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { httpStatusOf, resultJson } from './answers.js';

const frame = tableToIPC(tableFromArrays({ n: Float64Array.of(1) }), 'file');
const good = { frames: [frame], error: '', status: 0, source: '' };

describe('resultJson', () => {
  it('takes an answer without a status for a good one', () => {
    expect(resultJson(good)).toMatchObject({ status: 200, frames: [{ data: { values: [[1]] } }] });
    expect(resultJson({ ...good, frames: [] })).toEqual({ status: 200, frames: [] });
  });

  it('says what went wrong, whose fault it is, and what is there all the same', () => {
    const bad = { ...good, error: 'too much', status: 504, source: 'downstream' };
    expect(resultJson(bad)).toMatchObject({
      error: 'too much',
      errorSource: 'downstream',
      status: 504,
      frames: [{}],
    });
    expect(resultJson({ ...bad, frames: [], status: 0, source: '' })).toEqual({
      error: 'too much',
      errorSource: 'plugin',
      status: 500,
    });
  });
});

describe('httpStatusOf', () => {
  it('is a bad request as soon as one query failed', () => {
    const fine = { status: 200 };
    expect(httpStatusOf({})).toBe(200);
    expect(httpStatusOf({ A: fine, B: fine })).toBe(200);
    expect(httpStatusOf({ A: fine, B: { status: 403, error: 'no' } })).toBe(400);
  });
});
