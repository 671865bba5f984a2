import type { PodsQuestion } from '../../prometheus/pods.js';
import type { AskMetrics } from '../../prometheus/pods.js';
import { placedNames } from './placedNames.js';

const range = { fromMs: 0, toMs: 60_000 };
const never = new AbortController().signal;

function metricsOf(isCut: boolean, asked: PodsQuestion[] = []): AskMetrics {
  const none = () => Promise.reject(new Error('not asked'));
  return {
    pods: none,
    namedPods: (name, question) => {
      asked.push(question);
      const pod = (namespace: string, own: string, text: string) => ({
        cluster: '',
        namespace,
        pod: own,
        text: `${text} ${name}`,
      });
      const pods = [pod('a', 'x-1', 'web'), pod('b', 'x-1', 'db'), pod('a', 'x-2', 'web')];
      return Promise.resolve({ pods, isCut });
    },
  };
}

const everything = { kind: 'everything' } as const;

describe('the pods of all names', () => {
  it('stand under their names, for each kind of name', async () => {
    const plan = { selection: {}, scope: everything, range };
    const { placed, notices } = await placedNames(metricsOf(false), plan, ['app', 'user'], never);
    expect([...placed.keys()]).toEqual(['app', 'user']);
    expect(placed.get('app')?.get('web app')).toEqual([
      { cluster: '', namespace: 'a', pod: 'x-1' },
      { cluster: '', namespace: 'a', pod: 'x-2' },
    ]);
    expect(placed.get('user')?.get('db user')).toHaveLength(1);
    expect(notices).toEqual([]);
  });

  it('are asked for in the namespaces of the scope only', async () => {
    const asked: PodsQuestion[] = [];
    const grants = [{ cluster: 'idc1', namespace: 'team-a' }];
    const scope = { kind: 'tenants', tenants: [{ tenant: 't', grants }] } as const;
    await placedNames(metricsOf(false, asked), { selection: {}, scope, range }, ['app'], never);
    expect(asked).toEqual([{ namespaces: ['team-a'] }]);
  });

  it('say when there are more than can be counted by', async () => {
    const plan = { selection: {}, scope: everything, range };
    const { notices } = await placedNames(metricsOf(true), plan, ['app'], never);
    expect(notices.map(({ severity }) => severity)).toEqual(['warning']);
    expect(notices[0]?.text).toMatch(/more than 10000 pods.*no app/);
  });
});
