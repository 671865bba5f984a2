import { readOptions, USAGE, VIEWERS } from './options.js';

describe('readOptions', () => {
  it('shows the site with logs and days of history unless told otherwise', () => {
    expect(readOptions([])).toEqual({
      speed: 1,
      days: 3,
      port: 0,
      logs: true,
      once: false,
      viewer: 'auto',
      open: true,
      help: false,
    });
    expect(readOptions(['--no-logs', '--no-open', '--days', '0.5'])).toMatchObject({
      logs: false,
      open: false,
      days: 0.5,
    });
  });

  it('takes the app whose lines are shown', () => {
    expect(readOptions(['--app', 'ranker']).app).toBe('ranker');
  });

  it('needs no page for a table that is shown once, or where none is wanted', () => {
    expect(readOptions(['--once']).viewer).toBe('none');
    expect(readOptions(['--no-preview']).viewer).toBe('none');
    expect(readOptions(['--once', '--with', 'preview']).viewer).toBe('preview');
  });

  it.each(VIEWERS)('takes %s as a place to look at the site', (viewer) => {
    expect(readOptions(['--with', viewer]).viewer).toBe(viewer);
  });

  it('names the places that there are when another is given', () => {
    expect(() => readOptions(['--with', 'kibana'])).toThrow(
      '--with is kibana; allowed is one of auto, preview, grafana, docker, url, none',
    );
  });

  it('refuses two places at once', () => {
    expect(() => readOptions(['--no-preview', '--with', 'docker'])).toThrow('--with docker');
  });

  it.each([
    ['speed', '0', '1 to 60'],
    ['speed', '61', '1 to 60'],
    ['speed', 'fast', '1 to 60'],
    ['days', '-1', '0 to 14'],
    ['days', '15', '0 to 14'],
    ['port', '65536', '0 to 65535'],
    ['port', '', '0 to 65535'],
  ])('refuses --%s %s by name, value and range', (name, value, range) => {
    expect(() => readOptions([`--${name}=${value}`])).toThrow(
      `--${name} is ${value}; allowed is a number from ${range}`,
    );
  });

  it.each([
    [['--nonsense'], "'--nonsense'"],
    [['often'], "'often'"],
    [['--days'], "'--days"],
    [['--once=3'], "'--once"],
  ])('names what it does not take of %j, and where to read what it does', (args, named) => {
    expect(() => readOptions(args)).toThrow(named);
    expect(() => readOptions(args)).toThrow(/; npm start -- --help names all options$/);
  });

  it('explains every option that it takes', () => {
    const options = ['with', 'no-preview', 'no-open', 'port', 'days', 'dcgm', 'speed', 'app'];
    for (const option of [...options, 'no-logs', 'once', 'help'])
      expect(USAGE).toContain(`--${option}`);
  });
});
