import { GpuscopeError } from '@gpuscope/aggregation';
import { failureOf } from '../../testing/fakes.js';
import type { AgentEnd } from './agentEnd.js';
import { endError } from './agentEnd.js';
import type { AgentProcess } from './agentProcess.js';
import { createSupervisor } from './supervisor.js';

/** An agent that ends when the test says so, as one does not that the driver holds. */
function fakeAgent(pid: number) {
  let failure: GpuscopeError | undefined;
  let go = (end: AgentEnd): void => void end;
  const gone = new Promise<AgentEnd>((resolve) => {
    go = resolve;
  });
  const agent: AgentProcess = {
    pid,
    get failure() {
      return failure;
    },
    ready: Promise.resolve(),
    look: () => Promise.reject(new Error('not asked here')),
    kill: (error) => {
      failure ??= error;
    },
    gone,
  };
  return { agent, end: () => go({ status: null, signal: 'SIGKILL', words: '' }) };
}

function supervised(firstPauseMs = 1) {
  const agents: ReturnType<typeof fakeAgent>[] = [];
  const supervisor = createSupervisor({
    start: () => {
      const made = fakeAgent(agents.length + 1);
      agents.push(made);
      return made.agent;
    },
    onRestart: () => undefined,
    startTimeoutMs: 30_000,
    firstPauseMs,
    random: () => 0,
  });
  return { agents, supervisor };
}

describe('the supervisor', () => {
  it('never has two agents: one that does not end is told of, and waited for', async () => {
    const { agents, supervisor } = supervised();
    const first = await supervisor.agent();
    first.kill(new GpuscopeError('SOURCE_TIMEOUT', 'it hangs'));
    const error = await failureOf(supervisor.agent());
    expect(error.code).toBe('SOURCE_TIMEOUT');
    expect(error.message).toMatch(/^it hangs; process 1 does not end/);
    expect(agents).toHaveLength(1);
    agents[0]?.end();
    expect((await supervisor.agent()).pid).toBe(2);
    await supervisor.close();
  });

  it('tells why there is none while the next is a while off', async () => {
    const { agents, supervisor } = supervised(30_000);
    await supervisor.agent();
    agents[0]?.end();
    await agents[0]?.agent.gone;
    const error = await failureOf(supervisor.agent());
    expect(error.message).toContain('ended by SIGKILL');
    await supervisor.close();
    expect(agents).toHaveLength(1);
  });

  it('starts none after it was closed', async () => {
    const { agents, supervisor } = supervised();
    await supervisor.close();
    const error = await failureOf(supervisor.agent());
    expect(error.message).toContain('not asked any more');
    expect(agents).toEqual([]);
  });
});

describe('the end of an agent', () => {
  const end = { status: 3, signal: null, words: '' };

  it.each([
    ['its status', end, 'ended with status 3'],
    ['its signal', { ...end, status: null, signal: 'SIGABRT' }, 'ended by SIGABRT'],
    ['its last words', { ...end, words: 'heap is full' }, 'status 3: heap is full'],
  ])('tells %s', (_, how, words) => {
    expect(endError(how).code).toBe('SOURCE_UNREACHABLE');
    expect(endError(how).message).toContain(words);
  });

  it('is told as what was said before', () => {
    const error = new GpuscopeError('SOURCE_NOT_FOUND', 'no driver');
    expect(endError({ ...end, error })).toBe(error);
  });
});
