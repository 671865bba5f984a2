import { createTail } from './tail.js';

describe('the last words of a program', () => {
  it('are its last lines, in one', () => {
    const tail = createTail();
    expect(tail.text()).toBe('');
    for (let line = 1; line <= 2000; line += 1) tail.add(Buffer.from(`line ${line}\n\n`));
    expect(tail.text()).toBe('line 1998; line 1999; line 2000');
  });
});
