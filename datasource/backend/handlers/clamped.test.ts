import { clamped } from './clamped.js';

describe('clamped', () => {
  it('gives what was asked for, silently, where it may', () => {
    expect(clamped(10, 10, 'notice.mostLines')).toEqual({ count: 10, notices: [] });
  });

  it('says that it gives less', () => {
    expect(clamped(11, 10, 'notice.mostLines')).toMatchObject({
      count: 10,
      notices: [
        { severity: 'warning', text: '11 lines were asked for; at most 10 are given at once.' },
      ],
    });
  });
});
