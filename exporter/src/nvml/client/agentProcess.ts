import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { AgentSettings } from '../agent/protocol.js';
import { AGENT_COMMAND, PROTOCOL, writeLine } from '../agent/protocol.js';
import type { AgentEnd } from './agentEnd.js';
import { endError } from './agentEnd.js';
import type { Conversation, Interlocutor, Look } from './conversation.js';
import { createConversation } from './conversation.js';
import { createTail } from './tail.js';

/** How an agent is started. */
export interface AgentLaunch extends Interlocutor {
  readonly settings: AgentSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A running agent. */
export interface AgentProcess {
  readonly pid: number;
  /** Why it is of no use any more; undefined while it is. */
  readonly failure: GpuscopeError | undefined;
  /** Settles when NVML is up; rejects with a GpuscopeError when the agent ends before. */
  readonly ready: Promise<void>;
  /** Asks for a look; rejects with a GpuscopeError when the agent says so, or ends. */
  look(): Promise<Look>;
  /** Ends it without ado; `error` tells those who wait for an answer why. */
  kill(error: GpuscopeError): void;
  /** Settles when the system has taken it away: one that hangs in the driver may outlive its end by long. */
  readonly gone: Promise<AgentEnd>;
}

/**
 * The agent holds little and gives back what it does not need: a small young generation keeps its memory from growing
 * with what each look leaves behind.
 */
const NODE_FLAGS = ['--max-old-space-size=64', '--max-semi-space-size=1'];

function start({ program, env }: AgentLaunch): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...NODE_FLAGS, program, AGENT_COMMAND], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Flags for the exporter, such as a debugger's port, are not the agent's.
    env: { ...env, NODE_OPTIONS: undefined },
  });
}

function goneOf(child: ChildProcessWithoutNullStreams, talk: Conversation): Promise<AgentEnd> {
  const tail = createTail();
  child.stderr.on('data', (chunk: Buffer) => tail.add(chunk));
  return new Promise((resolve) => {
    const settle = (status: number | null, signal: string | null): void => {
      const { error } = talk;
      const end = { status, signal, words: tail.text(), ...(error !== undefined && { error }) };
      talk.fail(endError(end));
      resolve(end);
    };
    child.once('error', ({ message }) => {
      talk.fail(new GpuscopeError('SOURCE_UNREACHABLE', `NVML cannot be asked: ${message}`));
      if (child.pid === undefined) settle(null, null);
    });
    child.once('close', settle);
  });
}

/** Starts an agent. It ends with this process, however this process ends: its standard input is closed then. */
export function startAgent(launch: AgentLaunch): AgentProcess {
  const child = start(launch);

  function kill(error: GpuscopeError): void {
    talk.fail(error);
    child.kill('SIGKILL');
  }

  const talk = createConversation(launch, kill);
  let asked = 0;
  child.stdout.on('data', (chunk: Buffer) => talk.read(chunk));
  // Who is gone reads no more; that it is gone is heard by `gone`.
  child.stdin.on('error', () => undefined);
  child.stdin.write(writeLine({ protocol: PROTOCOL, start: launch.settings }));
  return {
    pid: child.pid ?? 0,
    get failure() {
      return talk.error;
    },
    ready: talk.ready,
    gone: goneOf(child, talk),
    kill,
    look() {
      asked += 1;
      const answer = talk.answer(asked);
      child.stdin.write(writeLine({ id: asked, ask: 'look' }));
      return answer;
    },
  };
}
