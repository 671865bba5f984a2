import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHAPE_NAMES } from '@gpuscope/aggregation/logs';
import { repositoryRoot } from '../servers/repository.js';

const ROOT = repositoryRoot();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe.each(SHAPE_NAMES)('the record shape %s', (shape) => {
  const page = `docs/logs/shapes/${shape}.md`;

  it('has a page, and operators are led to it', () => {
    expect(existsSync(join(ROOT, page))).toBe(true);
    expect(read('docs/logs/README.md')).toContain(`[${shape}](shapes/${shape}.md)`);
  });

  it('shows a record that is JSON', () => {
    const example = /```json\n([^]*?)```/.exec(read(page))?.[1] ?? '';
    expect(Object.keys(JSON.parse(example) as object)).not.toHaveLength(0);
  });
});
