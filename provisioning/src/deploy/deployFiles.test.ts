import {
  CATALOG,
  countersFile,
  missingMetrics,
  normaliseDcgm,
  parseExposition,
} from '@gpuscope/aggregation';
import { parse } from 'yaml';
import { generatedFiles } from '../files.js';
import { deployFiles } from './deployFiles.js';

const textOf = (path: string): string => {
  const text = deployFiles().get(path);
  if (text === undefined) throw new Error(`${path} is not generated`);
  return text;
};

/** Rows of a counters file: field, Prometheus type, help. */
const rowsOf = (counters: string): readonly (readonly string[])[] =>
  counters
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(', '));

describe('the counters file', () => {
  const counters = textOf('deploy/dcgm/counters.csv');

  it('has three columns and types that dcgm-exporter knows, each field once', () => {
    const rows = rowsOf(counters);
    for (const row of rows) {
      expect(row).toHaveLength(3);
      expect(row[0]).toMatch(/^DCGM_FI_(DEV|PROF)_[A-Z0-9_]+$|^DCGM_FI_DRIVER_VERSION$/);
      expect(['gauge', 'counter', 'label']).toContain(row[1]);
    }
    expect(new Set(rows.map(([field]) => field)).size).toBe(rows.length);
  });

  /** What dcgm-exporter would print with this file: a line for each field that is no label. */
  const printed = rowsOf(counters)
    .filter(([, type]) => type !== 'label')
    .map(([name = '', type = '']) => {
      const labels =
        'gpu="0",UUID="GPU-synthetic",device="nvidia0",modelName="synthetic",Hostname="n"';
      return `# TYPE ${name} ${type}\n${name}{${labels}} 1\n`;
    });

  it('leaves no figure of the catalogue without a source', () => {
    const { boards, fields } = normaliseDcgm(parseExposition(printed.join('')));
    expect(boards).toHaveLength(1);
    expect(missingMetrics(fields)).toEqual([]);
  });

  it('holds no field that could be left out: each is wanted by the catalogue or read beside it', () => {
    const wanted = new Set<string>(CATALOG.flatMap(({ dcgm }) => dcgm));
    const beside = ['DRIVER_VERSION'];
    const idle = rowsOf(counters)
      .map(([name = '']) => name.replace('DCGM_FI_', ''))
      .filter((field) => !wanted.has(field) && !beside.includes(field));
    expect(idle).toEqual([]);
  });

  it('is the one that the chart starts its sidecar with', () => {
    expect(textOf('deploy/chart/gpuscope/files/counters.csv')).toBe(counters);
  });
});

describe('the ConfigMap for gpu-operator', () => {
  const object = parse(textOf('deploy/dcgm/gpu-operator-configmap.yaml')) as {
    readonly kind: string;
    readonly metadata: { readonly namespace: string };
    readonly data: Readonly<Record<string, string>>;
  };

  it('holds the counters file under the only key that gpu-operator reads', () => {
    expect(object.kind).toBe('ConfigMap');
    expect(object.data).toEqual({ 'dcgm-metrics.csv': countersFile() });
  });

  it('lies where gpu-operator looks for it', () => {
    expect(object.metadata.namespace).toBe('gpu-operator');
  });
});

it('gives the chart the same rules as a plain Prometheus', () => {
  expect(textOf('deploy/chart/gpuscope/files/gpuscope.rules.yaml')).toBe(
    generatedFiles().get('deploy/prometheus/gpuscope.rules.yaml'),
  );
});

it('is written along with the rest', () => {
  for (const [path, text] of deployFiles()) expect(generatedFiles().get(path)).toBe(text);
});
