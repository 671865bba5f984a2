import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, visit } from 'yaml';
import { parseLogsFile, parseSite } from './parse.js';
import { logsFileOf, problemsOf, siteOf } from './testing.js';

const env = { NODE_NAME: 'gpu-1' };
const EXAMPLE = readFileSync(join(__dirname, '../../../docs/gpuscope.example.yaml'), 'utf8');

/** The example, and it with the parts written out that stand in it as comments, each in place of its rival. */
const VARIANTS: readonly string[] = [
  EXAMPLE,
  EXAMPLE.replace(/^( +)# (- dcgm:[^]*?)(?=^ +# - replay)/gm, uncomment)
    .replace(/^ +basic:[^]*?passwordFile:.*\n/m, '')
    .replace(/^( +)# (- processes:[^]*?)(?=^ +# - hosts)/gm, uncomment)
    .replace(/^ +# - hosts/m, '    - hosts'),
  EXAMPLE.replace(/^( +)# (- dcgm:[^]*?)(?=^ +# - replay)/gm, uncomment).replace(
    /^ +bearerTokenFile:.*\n/m,
    '',
  ),
  EXAMPLE.replace(/^( +)# (- replay:.*\n.*\n)/gm, uncomment).replace(
    /^ +kubernetes:[^]*?# file:/m,
    '    file:',
  ),
];

/** The same for what the log data source reads. */
const LOGS_VARIANTS: readonly string[] = [
  EXAMPLE,
  EXAMPLE.replace(/^ +opensearch: .*\n/m, '')
    .replace(/^( +)# (elasticsearch: )/m, '$1$2')
    .replace(/^ +user: .*\n +passwordFile: .*\n( +)# (apiKeyFile)/m, '$1$2')
    .replace(/^ +field: cluster.*\n( +)# (index: )/m, '$1$2'),
];

function uncomment(block: string): string {
  return block.replace(/^( +)# /gm, '$1');
}

/** Keys that are known only to be refused. */
const NOT_BUILT = ['signingKeyFile', 'audit'];

/** Every key that some mapping of the text allows: a key that is not known makes the parser name them. */
function allowedKeys(
  text: string,
  parse: typeof parseSite | typeof parseLogsFile,
): ReadonlySet<string> {
  const found = new Set<string>();
  const document = parseDocument(text);
  visit(document, {
    Map: (_, map) => {
      map.set('zzz-unknown', 1);
      const parsed = parse(String(document), { env });
      map.delete('zzz-unknown');
      for (const { message } of 'problems' in parsed ? parsed.problems : []) {
        const keys = /is not a key that is known here; allowed: (.*)$/.exec(message)?.[1] ?? '';
        keys
          .split(', ')
          .filter(Boolean)
          .forEach((key) => found.add(key));
      }
    },
  });
  return found;
}

describe('docs/gpuscope.example.yaml', () => {
  it.each(VARIANTS.map((text, index) => [index, text] as const))(
    'parses (variant %i)',
    (_, text) => {
      expect(problemsOf(text, { env })).toEqual([]);
    },
  );

  it('is what the log data source reads, whichever of its alternatives a site takes', () => {
    const [first, second] = LOGS_VARIANTS.map((text) => logsFileOf(text).logs);
    expect([first?.product, first?.cluster?.kind, first?.auth.user]).toEqual([
      'opensearch',
      'field',
      'gpuscope',
    ]);
    expect([second?.product, second?.cluster?.kind, second?.auth.apiKeyFile]).toEqual([
      'elasticsearch',
      'index',
      '/etc/gpuscope/logs-api-key',
    ]);
  });

  it('has its alternatives in the variants, or they would test nothing', () => {
    const kinds = VARIANTS.map((text) => siteOf(text, { env }).exporter).flatMap(
      ({ sources, pods, holders }) => [
        ...sources.map((source) =>
          source.kind === 'dcgm' ? `${source.at.kind} ${source.auth?.kind}` : source.kind,
        ),
        pods.kind,
        ...holders.map(({ kind }) => kind),
      ],
    );
    const wanted = [
      'pod undefined',
      'url bearer',
      'url basic',
      'nvml',
      'replay',
      'kubernetes',
      'file',
      'processes',
      'hosts',
    ];
    expect(kinds).toEqual(expect.arrayContaining(wanted));
  });

  it('shows every key that the parser allows', () => {
    const allowed = new Set([
      ...VARIANTS.flatMap((text) => [...allowedKeys(text, parseSite)]),
      ...LOGS_VARIANTS.flatMap((text) => [...allowedKeys(text, parseLogsFile)]),
    ]);
    NOT_BUILT.forEach((key) => allowed.delete(key));
    expect(allowed.size).toBeGreaterThan(40);
    const missing = [...allowed].filter((key) => !new RegExp(`\\b${key}\\b`).test(EXAMPLE));
    expect(missing).toEqual([]);
  });

  it('explains every key where it first stands', () => {
    const seen = new Set<string>();
    const silent = EXAMPLE.split('\n').filter((line) => {
      const key = /^[\s#-]*["\w.*-]+(?=:(?:\s|$))/.exec(line)?.[0].replace(/[\s#-]/g, '');
      if (key === undefined || seen.has(key)) return false;
      seen.add(key);
      return !/\s# \S/.test(line.replace(/^\s*# /, ''));
    });
    expect(silent.filter((line) => !line.startsWith('# '))).toEqual([]);
  });
});
