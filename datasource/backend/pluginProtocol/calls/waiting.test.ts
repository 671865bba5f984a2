import { EventEmitter } from 'node:events';
import { waitingFor } from './waiting.js';

describe('waitingFor', () => {
  it('aborts when the caller goes before the end', () => {
    const call = new EventEmitter();
    const { signal } = waitingFor(call);
    expect(signal.aborted).toBe(false);
    call.emit('cancelled');
    expect(signal.aborted).toBe(true);
  });

  it('takes nothing for a cancellation once the call is over, and listens no more', () => {
    const call = new EventEmitter();
    const { signal, over } = waitingFor(call);
    over();
    call.emit('cancelled');
    expect(signal.aborted).toBe(false);
    expect(call.listenerCount('cancelled')).toBe(0);
  });

  it('stays aborted when the call is over after that', () => {
    const call = new EventEmitter();
    const { signal, over } = waitingFor(call);
    call.emit('cancelled');
    over();
    expect(signal.aborted).toBe(true);
  });
});
