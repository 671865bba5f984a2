import fc from 'fast-check';
import { createGate } from './gate.js';

interface Step {
  readonly tenants: readonly string[];
  readonly turns: number;
  readonly leavesAfter: number | undefined;
}

const steps = fc.array(
  fc.record({
    tenants: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
    turns: fc.nat(4),
    leavesAfter: fc.option(fc.nat(6), { nil: undefined }),
  }),
  { maxLength: 25 },
);

const turn = (): Promise<void> => new Promise(setImmediate);

describe('the gate', () => {
  it('never lets in too many, forgets nobody, and is empty at the end', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 3 }), async (asked: Step[], perTenant) => {
        const gate = createGate({ perTenant, waiting: 100 });
        const inside = new Map<string, number>();
        const change = (tenants: readonly string[], by: number): void => {
          for (const tenant of tenants) {
            const count = (inside.get(tenant) ?? 0) + by;
            inside.set(tenant, count);
            expect(count).toBeLessThanOrEqual(perTenant);
          }
        };
        const ends = await Promise.all(
          asked.map(async ({ tenants, turns, leavesAfter }) => {
            const leaver = new AbortController();
            const work = async (): Promise<string> => {
              change(tenants, 1);
              for (let i = 0; i < turns; i += 1) await turn();
              change(tenants, -1);
              return 'answered';
            };
            const leaving = async (): Promise<void> => {
              for (let i = 0; i < (leavesAfter ?? 0); i += 1) await turn();
              if (leavesAfter !== undefined) leaver.abort();
            };
            const [end] = await Promise.allSettled([
              gate.run(tenants, leaver.signal, work),
              leaving(),
            ]);
            return { end, leavesAfter };
          }),
        );
        for (const { end, leavesAfter } of ends) {
          if (end.status === 'fulfilled') continue;
          expect(end.reason).toMatchObject({ code: 'CANCELLED' });
          expect(leavesAfter).toBeDefined();
        }
        expect([gate.running, gate.waiting]).toEqual([0, 0]);
      }),
      { numRuns: 60 },
    );
  });
});
