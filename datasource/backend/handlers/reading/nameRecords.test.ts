import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { layoutsOf, readRecord, type Selection } from '@gpuscope/aggregation/logs';
import { FLUENT_BIT_CAPS, hitOf } from '../../testing/fakeStore.js';
import { nameRecords } from './nameRecords.js';

const CLUSTER = { kind: 'only', cluster: 'here' } as const;
const [layout] = layoutsOf(FLUENT_BIT_CAPS, { shape: 'auto', cluster: CLUSTER }).layouts;

function named(selection: Selection, labels: Readonly<Record<string, string>>, pod = 'solo') {
  if (layout === undefined) throw new Error('Fluent Bit’s fields fit no layout');
  const hit = hitOf({ ms: 0, line: 'x', pod, labels });
  const record = readRecord(hit, layout, CLUSTER, { columns: [], maxLineChars: 100 });
  const { app, user } = nameRecords({ identity: DEFAULT_IDENTITY, hosts: new Map() }, selection)(
    record,
    hit,
    layout,
  );
  return { app, user };
}

describe('the names that lines are shown with', () => {
  it('come from the record', () => {
    expect(named({}, { app: 'web', 'ray.io/user': 'li.wei' })).toEqual({
      app: 'web',
      user: 'li.wei',
    });
  });

  it('are those of the one app and user that were asked for, where the record does not tell', () => {
    expect(named({ apps: ['bert'], users: ['ana'] }, {})).toEqual({ app: 'bert', user: 'ana' });
  });

  it('are not guessed where several were asked for', () => {
    expect(named({ apps: ['bert', 'web'] }, {}).app).toBe('');
  });
});
