import { skewOfDate, skewOfNodes } from './clock.js';

const at = (sentMs: number, receivedMs: number) => ({ headers: {}, sentMs, receivedMs });

describe("the store's clock", () => {
  it('is compared with the middle of the question, to the half second that a Date header allows', () => {
    const date = 'Tue, 14 Nov 2023 22:13:20 GMT';
    const noon = Date.parse(date);
    const reply = { ...at(noon - 100, noon + 100), headers: { date } };
    expect(skewOfDate(reply)).toBe(500);
    expect(skewOfDate({ ...reply, sentMs: noon - 60_100, receivedMs: noon - 59_900 })).toBe(60_500);
  });

  it('is not known without a Date header, or with one that is none', () => {
    expect(skewOfDate(at(0, 0))).toBeUndefined();
    expect(skewOfDate({ ...at(0, 0), headers: { date: 'today' } })).toBeUndefined();
  });

  it("is read from a node's statistics", () => {
    const reply = { ...at(1_000, 3_000), body: { nodes: { a: { timestamp: 1_500 } } } };
    expect(skewOfNodes(reply)).toBe(-500);
    expect(skewOfNodes({ ...reply, body: { nodes: {} } })).toBeUndefined();
    expect(skewOfNodes({ ...reply, body: undefined })).toBeUndefined();
  });
});
