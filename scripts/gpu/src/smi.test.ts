import { parseSmi, querySmi, unknownField } from './smi.js';

const LINE = '0, NVIDIA H100 80GB HBM3, [N/A], 312.44, [Not Supported], N/A\n';
const FIELDS = ['index', 'name', 'temperature.memory', 'power.draw', 'ecc', 'mig'];

describe('parseSmi', () => {
  it('reads cells by the fields that were asked for, and none where it says so', () => {
    expect(parseSmi(`${LINE}${LINE.replace(/^0/, '1')}`, FIELDS)).toMatchObject([
      { index: '0', name: 'NVIDIA H100 80GB HBM3', 'power.draw': '312.44' },
      { index: '1' },
    ]);
    const [row] = parseSmi(LINE, FIELDS);
    for (const none of ['temperature.memory', 'ecc', 'mig']) expect(row?.[none]).toBeUndefined();
  });
});

describe('querySmi', () => {
  it('leaves out fields that this version does not know', async () => {
    const asked: string[] = [];
    const run = (args: readonly string[]) => {
      asked.push(args[0] ?? '');
      return Promise.resolve(
        args[0]?.includes('new.') === true
          ? { ok: false, text: 'Field "new.field" is not a valid field to query.\n' }
          : { ok: true, text: '0, 41\n' },
      );
    };
    const rows = await querySmi(run, ['index', 'new.field', 'temperature.gpu']);
    expect(rows).toEqual([{ index: '0', 'temperature.gpu': '41' }]);
    expect(asked).toEqual([
      '--query-gpu=index,new.field,temperature.gpu',
      '--query-gpu=index,temperature.gpu',
    ]);
  });

  it('says in its own words why there is nothing to be had', async () => {
    const text =
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.\nMore\n";
    const run = () => Promise.resolve({ ok: false, text });
    await expect(querySmi(run, ['index'])).rejects.toThrow(
      /nvidia-smi: NVIDIA-SMI has failed.*driver\.$/,
    );
  });

  it('does not ask for ever about a field that it never asked for', async () => {
    const text = 'Field "strange" is not a valid field to query.';
    const run = () => Promise.resolve({ ok: false, text });
    await expect(querySmi(run, ['index'])).rejects.toThrow('strange');
    expect(unknownField('something else')).toBeUndefined();
  });
});
