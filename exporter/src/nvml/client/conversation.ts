import type { NvmlSnapshot } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { wordsOf } from '../../errorWords.js';
import { LineSplitter } from '../../kubernetes/lines.js';
import type { AgentUse, FromAgent } from '../agent/protocol.js';
import { PROTOCOL, readFromAgent } from '../agent/protocol.js';
import { createPending } from './pending.js';

/** An answer, and what the agent has taken of the machine so far. */
export interface Look {
  readonly snapshot: NvmlSnapshot;
  readonly use: AgentUse;
}

/** What an agent says, and who waits for it. */
export interface Conversation {
  /** Settles when NVML is up. */
  readonly ready: Promise<void>;
  /** Takes in the next of what the agent writes. */
  read(chunk: Buffer): void;
  /** Settles with the answer of this number. */
  answer(id: number): Promise<Look>;
  /** Tells all who wait that nothing will come. The first reason stands. */
  fail(error: GpuscopeError): void;
  /** Why nothing will come. */
  readonly error: GpuscopeError | undefined;
}

export interface Interlocutor {
  /** The exporter's own file; the agent is a command of it. */
  readonly program: string;
  /** The exporter's own version: another one means that the file was replaced while we ran. */
  readonly version: string;
}

/** A look of 16 GPUs with a thousand processes has less than 1 MiB. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

type Hello = Extract<FromAgent, { hello: unknown }>['hello'];

function checkHello({ version, program }: Interlocutor, hello: Hello): void {
  if (hello.protocol === PROTOCOL && hello.version === version) return;
  throw new GpuscopeError(
    'SOURCE_REFUSED',
    `${program}: is version ${hello.version} now, and the running exporter is ${version}; restart the exporter`,
  );
}

/** @param onBroken told when the agent says what can't be understood: it is of no use any more */
export function createConversation(
  agent: Interlocutor,
  onBroken: (error: GpuscopeError) => void,
): Conversation {
  const up = createPending<void>();
  const looks = createPending<Look>();
  const lines = new LineSplitter(MAX_LINE_BYTES);
  let known: GpuscopeError | undefined;
  const ready = up.wait(0);
  // Nobody may be waiting for it.
  ready.catch(() => undefined);

  function fail(error: GpuscopeError): void {
    known ??= error;
    up.rejectAll(known);
    looks.rejectAll(known);
  }

  function take(message: FromAgent): void {
    if ('hello' in message) checkHello(agent, message.hello);
    else if ('ready' in message) up.resolve(0, undefined);
    else if ('failed' in message)
      fail(new GpuscopeError(message.failed.code, message.failed.words));
    else looks.resolve(message.id, { snapshot: message.look, use: message.use });
  }

  function takeLine(line: string): void {
    const message = readFromAgent(line);
    if (message === undefined) throw new Error(`wrote ${line.slice(0, 80)}`);
    take(message);
  }

  return {
    ready,
    fail,
    get error() {
      return known;
    },
    answer: (id) => (known === undefined ? looks.wait(id) : Promise.reject(known)),
    read(chunk) {
      try {
        lines.push(chunk).forEach(takeLine);
      } catch (error) {
        onBroken(
          error instanceof GpuscopeError
            ? error
            : new GpuscopeError('INTERNAL', `the process that asks NVML ${wordsOf(error)}`),
        );
      }
    },
  };
}
