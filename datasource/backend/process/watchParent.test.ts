import { watchParent } from './watchParent.js';

describe('watchParent', () => {
  beforeEach(() => jest.useFakeTimers());

  afterEach(() => jest.useRealTimers());

  it('tells once when the parent is another one', () => {
    let parent = 41;
    const onGone = jest.fn();
    watchParent(() => parent, onGone);
    jest.advanceTimersByTime(60_000);
    expect(onGone).not.toHaveBeenCalled();
    parent = 1;
    jest.advanceTimersByTime(1_000);
    expect(onGone).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(60_000);
    expect(onGone).toHaveBeenCalledTimes(1);
  });

  it('takes a host for one that is process 1, as in a container', () => {
    const onGone = jest.fn();
    watchParent(() => 1, onGone);
    jest.advanceTimersByTime(60_000);
    expect(onGone).not.toHaveBeenCalled();
  });

  it('can be ended', () => {
    let parent = 41;
    const onGone = jest.fn();
    const stop = watchParent(() => parent, onGone);
    stop();
    parent = 1;
    jest.advanceTimersByTime(60_000);
    expect(onGone).not.toHaveBeenCalled();
    expect(jest.getTimerCount()).toBe(0);
  });
});
