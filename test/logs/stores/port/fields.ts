import { makeIndex } from '../support/records.js';
import { never } from '../support/target.js';
import { mapping } from './mapping.js';
import type { Opened } from './opened.js';

export function checkFields(opened: () => Opened): void {
  it('tells which index has a field, of which type, and which lacks it', async () => {
    const [older, newer] = [
      opened().server.unique('caps-older'),
      opened().server.unique('caps-newer'),
    ];
    await makeIndex(opened().server, older, { ...mapping, code: { type: 'keyword' } });
    await makeIndex(opened().server, newer, {
      ...mapping,
      code: { type: 'long' },
      _HOSTNAME: { type: 'keyword' },
    });
    const { indices, fields } = await opened().store.fieldCaps(
      `${older},${newer},${opened().server.unique('none')}`,
      never(),
    );
    expect([...indices].sort()).toEqual([newer, older]);
    expect([...fields.keys()].sort()).toEqual(
      ['@timestamp', '_HOSTNAME', 'code', 'log', 'log.keyword', 'pod'].sort(),
    );
    expect(fields.get('log')).toEqual([{ type: 'text', searchable: true, aggregatable: false }]);
    expect(fields.get('pod')).toEqual([{ type: 'keyword', searchable: true, aggregatable: true }]);
    const types = (name: string) =>
      new Map(fields.get(name)?.map(({ type, indices: of }) => [type, of] as const));
    expect(types('code')).toEqual(
      new Map([
        ['keyword', [older]],
        ['long', [newer]],
      ]),
    );
    expect(types('_HOSTNAME')).toEqual(
      new Map([
        ['keyword', [newer]],
        ['unmapped', [older]],
      ]),
    );
  });
}
