import { AGENT_COMMAND } from './protocol.js';
import { callToTitle, createTitle, titleToCall } from './title.js';

/** What the system keeps of a name. */
const kept = (title: string): string => title.slice(0, 15);

describe('the agent’s title', () => {
  it.each([
    ['nvmlInit', 'nvmlInit'],
    ['nvmlDeviceGetPowerUsage', 'nvmlDeviceGetPowerUsage'],
    ['nvmlDeviceGetTotalEnergyConsumption', 'nvmlDeviceGetTotalEnergy…'],
    ['nvmlGpmSampleGet', 'nvmlGpmSampleGet'],
  ])('%s is told as %s', (call, told) => {
    expect(titleToCall(kept(callToTitle(call)))).toBe(told);
  });

  it.each([AGENT_COMMAND, 'node', 'MainThread', ''])('%j tells of no call', (title) => {
    expect(titleToCall(title)).toBe('');
  });

  it('is set when it changes only', () => {
    const set: string[] = [];
    const title = createTitle((words) => set.push(words));
    title.rest();
    title.call('nvmlInit');
    title.call('nvmlInit');
    title.rest();
    title.rest();
    expect(set).toEqual([AGENT_COMMAND, ':Init', AGENT_COMMAND]);
  });
});
