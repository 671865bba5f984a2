import fc from 'fast-check';
import type { GpuscopeError, NvmlSnapshot } from '@gpuscope/aggregation';
import { GpuscopeError as Failure } from '@gpuscope/aggregation';
import { failureOf } from '../../testing/fakes.js';
import type { FromAgent } from '../agent/protocol.js';
import { PROTOCOL, writeLine } from '../agent/protocol.js';
import { createConversation } from './conversation.js';

const AGENT = { program: '/opt/gpuscope-exporter.mjs', version: '1.2.3' };

const snapshot = (session: string): NvmlSnapshot => ({
  atMs: 1,
  windowMs: 1,
  session,
  driverVersion: '580 — Größe',
  devices: [],
  lost: [],
  seesProcesses: true,
});

const look = (id: number): FromAgent => ({
  id,
  look: snapshot(`s${id}`),
  use: { residentBytes: id, cpuSeconds: 0 },
});

function conversation() {
  const broken: GpuscopeError[] = [];
  const talk = createConversation(AGENT, (error) => {
    broken.push(error);
    talk.fail(error);
  });
  const hear = (...messages: readonly FromAgent[]): void =>
    talk.read(Buffer.from(messages.map(writeLine).join('')));
  return { talk, broken, hear };
}

describe('what an agent says', () => {
  it('is heard, however the system cuts it into pieces', async () => {
    const text = Buffer.from([{ ready: true } as const, look(1), look(2)].map(writeLine).join(''));
    const cuts = fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        const { talk, broken } = conversation();
        const answers = [talk.answer(1), talk.answer(2)];
        const borders = [0, ...at.sort((a, b) => a - b), text.length];
        borders.slice(1).forEach((end, index) => talk.read(text.subarray(borders[index], end)));
        await talk.ready;
        const looks = await Promise.all(answers);
        expect(looks.map(({ snapshot: { session } }) => session)).toEqual(['s1', 's2']);
        expect(looks[0]?.snapshot.driverVersion).toBe('580 — Größe');
        expect(broken).toEqual([]);
      }),
    );
  });

  it('goes to who asked for it, in whatever order it comes', async () => {
    const { talk, hear } = conversation();
    const answers = [talk.answer(1), talk.answer(2)];
    hear(look(2), look(9), look(1));
    const uses = (await Promise.all(answers)).map(({ use }) => use.residentBytes);
    expect(uses).toEqual([1, 2]);
  });

  it('can be that it is of no use: all who wait hear why, and who asks later too', async () => {
    const { talk, broken, hear } = conversation();
    const waiting = talk.answer(1);
    hear({ failed: { code: 'SOURCE_REFUSED', words: 'the driver was updated' } });
    for (const refused of [talk.ready, waiting, talk.answer(2)]) {
      expect((await failureOf(refused)).message).toBe('the driver was updated');
    }
    expect(broken).toEqual([]);
  });

  it('keeps the first reason', async () => {
    const { talk, hear } = conversation();
    hear({ failed: { code: 'SOURCE_REFUSED', words: 'first' } });
    talk.fail(new Failure('SOURCE_UNREACHABLE', 'ended with status 0'));
    expect((await failureOf(talk.answer(1))).message).toBe('first');
  });

  it('is taken from the same program only', () => {
    const { broken, hear } = conversation();
    hear({ hello: { protocol: PROTOCOL, version: AGENT.version } });
    expect(broken).toEqual([]);
    hear({ hello: { protocol: PROTOCOL + 1, version: AGENT.version } });
    expect(broken.map(({ code }) => code)).toEqual(['SOURCE_REFUSED']);
    expect(broken[0]?.message).toContain('restart the exporter');
  });

  it.each([
    ['words', 'Segmentation fault\n', 'wrote Segmentation fault'],
    ['a line without end', 'x'.repeat(65 * 1024 * 1024), 'a line is longer than'],
  ])('must be what was agreed on, and not %s', (_, text, words) => {
    const { talk, broken } = conversation();
    talk.read(Buffer.from(text));
    expect(broken).toHaveLength(1);
    expect(broken[0]?.code).toBe('INTERNAL');
    expect(broken[0]?.message).toContain(words);
  });
});
