import { ERROR_ORIGINS, GpuscopeError } from '@gpuscope/aggregation';
import { RestartNeeded } from './deviceWatches.js';
import { agentErrorOf, StartFailed } from './errors.js';

describe('what the agent says of errors', () => {
  it.each([
    ['NVML_ERROR_DRIVER_NOT_LOADED', 'SOURCE_NOT_FOUND', 'NVIDIA_VISIBLE_DEVICES=all'],
    ['NVML_ERROR_LIBRARY_NOT_FOUND', 'SOURCE_NOT_FOUND', 'is it installed whole'],
    ['NVML_ERROR_LIB_RM_VERSION_MISMATCH', 'SOURCE_REFUSED', 'reload it, or reboot'],
    ['NVML_ERROR_NO_PERMISSION', 'SOURCE_REFUSED', '/dev/nvidiactl'],
    ['NVML_ERROR_UNKNOWN', 'SOURCE_REFUSED', 'NVML cannot be started'],
  ])('%s at the start: %s, with what can be done', (nvml, code, words) => {
    const error = agentErrorOf(new StartFailed(nvml));
    expect(error.code).toBe(code);
    expect(error.words).toContain(words);
    expect(error.words).toContain(nvml);
  });

  it('says that NVML is started anew when the driver went away', () => {
    const { code, words } = agentErrorOf(new RestartNeeded('NVML_ERROR_UNINITIALIZED'));
    expect(code).toBe('SOURCE_REFUSED');
    expect(words).toContain('started anew (NVML_ERROR_UNINITIALIZED)');
  });

  it('hands on what is said in words already', () => {
    const error = new GpuscopeError('SOURCE_NOT_FOUND', 'looked for it');
    expect(agentErrorOf(error)).toEqual({ code: 'SOURCE_NOT_FOUND', words: 'looked for it' });
  });

  it('takes all else for a defect of ours', () => {
    expect(agentErrorOf(new TypeError('x is not a function'))).toEqual({
      code: 'INTERNAL',
      words: 'NVML cannot be asked: x is not a function',
    });
    expect(ERROR_ORIGINS.INTERNAL).toBe('internal');
  });
});
