import { runCommand } from '../testing/io.js';
import { VERSION } from '../version.js';
import { COMMANDS } from './index.js';

describe('the command line', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists every command', async (word) => {
    const { status, out, err } = await runCommand([word]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const { name, summary } of COMMANDS) {
      expect(out).toContain(name);
      expect(out).toContain(summary);
    }
  });

  it('help COMMAND tells the same as COMMAND --help, and refuses what is no command', async () => {
    expect(await runCommand(['help', 'render'])).toEqual(await runCommand(['render', '--help']));
    const { status, err } = await runCommand(['help', 'rendr']);
    expect(status).toBe(2);
    expect(err).toContain('there is no command rendr; did you mean render?');
  });

  it('names the help that has the options, once the command is known', async () => {
    expect((await runCommand(['render', '--nope'])).err).toContain('exporter render --help tells');
    expect((await runCommand(['rendr'])).err).toContain('exporter --help tells more');
  });

  it('--version prints the version', async () => {
    expect(await runCommand(['--version'])).toEqual({ status: 0, out: `${VERSION}\n`, err: '' });
  });

  it.each(COMMANDS.map(({ name }) => [name]))('%s --help tells its options', async (name) => {
    const { status, out } = await runCommand([name, '--nonsense', '--help']);
    expect(status).toBe(0);
    const command = COMMANDS.find((one) => one.name === name);
    for (const option of command?.options ?? []) {
      expect(out).toContain(`--${option.name}`);
      expect(out).toContain(option.help);
    }
  });

  it.each([
    [[], 'a command is missing'],
    [['serv'], 'there is no command serv; did you mean serve?'],
    [['chekc-config'], 'did you mean check-config?'],
    [['serve', '--lisen', ':1'], 'serve has no option --lisen; did you mean --listen?'],
    [['serve', '--confg=x'], 'did you mean --config?'],
    [['serve', '-x'], 'serve has no option -x'],
    [['serve', '--config'], '--config needs a value: FILE (gpuscope.yaml;'],
    [['serve', '--dcgm', '--nvml'], '--dcgm needs a value: URL'],
    [['serve', '--config', '-odd.yaml'], 'write --config=-odd.yaml if that is meant'],
    [['render', '--replay', 'a', '--replay=b'], '--replay is given twice; once is allowed'],
    [['serve', 'extra'], 'takes options only, not extra'],
    [['serve'], 'give --config FILE, --dcgm URL, --nvml or --replay FILE'],
    [
      ['serve', '--replay', 'x', '--role', 'nod'],
      '--role is nod; allowed are node and cluster; did you mean node?',
    ],
    [['serve', '--replay', 'x', '--log-level', 'loud'], '--log-level is loud; allowed are trace'],
    [['serve', '--replay', 'x', '--listen', 'here'], '--listen must be an address'],
    [['serve', '--dcgm', 'gpu-1:9400'], '--dcgm must be an address such as http://'],
    [['serve', '--dcgm', 'http://u:hunter2@gpu-1:9400'], '--dcgm must be an address'],
    [
      ['render', '--replay', 'x', '--format', 'json'],
      '--format is json; allowed are prometheus and openmetrics',
    ],
    [['serve', '--nvml=yes'], '--nvml is a switch: it takes no value, and here it has yes'],
    [['serve', '--role', ''], '--role is ""; allowed are node and cluster'],
    [['serve', '--role', 'cluster'], 'give --config FILE or --pods FILE'],
    [['serve', '--replay', 'x', '--log-level='], '--log-level is ""; allowed are trace'],
    [['record', '--nvml', '--output', ''], '--output is ""; it must be the path of a new file'],
    [['record', '--nvml', '--output', 'y', '--duration', ''], '--duration is ""'],
    [['check-metrics'], 'needs a FILE'],
    [['check-metrics', 'a', 'b'], 'b is too much'],
    [['check-metrics', '/no/such/file'], '/no/such/file cannot be read (ENOENT)'],
    [['check-config'], 'needs --config FILE'],
  ])('%j: exit status 2, and says what is wrong', async (args, words) => {
    const { status, out, err } = await runCommand(args);
    expect(err).toContain(words);
    expect(err).not.toContain('hunter2');
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });
});
