import { answerBudget } from './answerBudget.js';

const frame = (size: number): Uint8Array => new Uint8Array(size);

describe('answerBudget', () => {
  it('counts the answers to all queries of a request together', () => {
    const budget = answerBudget(100);
    budget.take('A', [frame(40), frame(20)]);
    budget.take('B', [frame(40)]);
    expect(() => budget.take('C', [frame(1)])).toThrow(/the query C/);
  });

  it('leaves room for others where one was refused', () => {
    const budget = answerBudget(100);
    expect(() => budget.take('A', [frame(101)])).toThrow();
    expect(() => budget.take('B', [frame(100)])).not.toThrow();
  });

  it('says how much there was, how much there may be, and what to do', () => {
    const refused = (): void => answerBudget(1024 * 1024).take('A', [frame(2.5 * 1024 * 1024)]);
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'LIMIT_EXCEEDED',
        message:
          'the answer to the query A has 2.5 MiB; all answers to one request may have 1.0 MiB together: ' +
          'ask for fewer lines or a shorter time',
      }) as Error,
    );
  });

  it('lets through what dashboards ask for', () => {
    expect(() => answerBudget().take('A', [frame(60 * 1024 * 1024)])).not.toThrow();
  });
});
