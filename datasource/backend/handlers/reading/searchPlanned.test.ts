import type { SearchPlan } from '@gpuscope/aggregation/logs';
import { GpuscopeError } from '@gpuscope/aggregation';
import { NEVER } from '../../testing/contexts.js';
import { answerOf, fakeStore } from '../../testing/fakeStore.js';
import { createSelfMetrics } from '../../selfMetrics.js';
import type { StoreAnswer } from '../../stores/port.js';
import type { Admitted } from '../ask.js';
import { searchPlanned } from './searchPlanned.js';

const TOO_LARGE = 'too_many_clauses: maxClauseCount is set to 1024';
const planOf = (words: string): SearchPlan => ({
  index: 'logs-*',
  dialect: { product: 'elasticsearch', major: 8, minor: 19 },
  cluster: { kind: 'only', cluster: 'idc1' },
  scope: { kind: 'everything' },
  range: { fromMs: 0, toMs: 1 },
  selection: { words },
  branches: [],
  timeoutMs: 1000,
});

function run(first: () => StoreAnswer, words = 'error') {
  let asked = 0;
  const store = fakeStore({
    search: () => {
      asked += 1;
      return asked === 1 ? first() : answerOf({ total: 7 });
    },
  });
  const admitted = { session: { store }, metrics: createSelfMetrics('0') } as unknown as Admitted;
  const bodyOf = ({ looseWords = false }: SearchPlan) => ({ looseWords });
  const answer = searchPlanned(admitted, { kind: 'lines', plan: planOf(words), bodyOf }, NEVER);
  return { answer, bodies: () => store.searches.map(({ body }) => body.looseWords) };
}

const refuse = (message: string) => (): StoreAnswer => {
  throw new GpuscopeError('LIMIT_EXCEEDED', message);
};

describe('searchPlanned', () => {
  it('asks once where the store answers', async () => {
    const { answer, bodies } = run(() => answerOf({ total: 3 }));
    await expect(answer).resolves.toMatchObject({ total: 3 });
    expect(bodies()).toEqual([false]);
  });

  it('asks more loosely where the store refuses the words as too many', async () => {
    const { answer, bodies } = run(refuse(TOO_LARGE));
    await expect(answer).resolves.toMatchObject({ total: 7 });
    expect(bodies()).toEqual([false, true]);
  });

  it('asks more loosely where some shards refuse them', async () => {
    const shards = { total: 2, failed: 1, reasons: [TOO_LARGE] };
    const { answer, bodies } = run(() => answerOf({ shards }));
    await expect(answer).resolves.toMatchObject({ total: 7 });
    expect(bodies()).toEqual([false, true]);
  });

  it('does not ask again for other reasons, nor without words', async () => {
    const other = run(refuse('more lines than the store gives at once'));
    await expect(other.answer).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(other.bodies()).toEqual([false]);
    const wordless = run(refuse(TOO_LARGE), ' ');
    await expect(wordless.answer).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(wordless.bodies()).toEqual([false]);
  });
});
