import type { ExpositionFormat } from '@gpuscope/aggregation';

/**
 * How Prometheus and we judge a text:
 * - `both`: neither finds a fault;
 * - `neither`: both do (Prometheus then drops the whole scrape, we drop a line);
 * - `stricter`: Prometheus takes it, we report a line that it misreads or silently loses;
 * - `newer`: we take it, and Prometheus from 3.0 on.
 */
export type Expected = 'both' | 'neither' | 'stricter' | 'newer';

export interface JudgedText {
  readonly expected: Expected;
  readonly format: ExpositionFormat;
  readonly text: string;
}

const prometheus: readonly (readonly [Expected, string])[] = [
  ['both', 'a 1\n'],
  ['both', ''],
  ['both', '\n \t\n# any comment\n#\n# EOF\na 1\n'],
  ['both', '# HELP a Say \\"x\\" \\\\ \\n\n# TYPE a gauge\na{b="c"} 1\n'],
  ['both', '# HELP a\n# HELP b \na 1\n'],
  ['both', 'a 1\n# TYPE a gauge\nb 1\na{c="d"} 2\n# HELP a Late.\n'],
  ['both', 'a{b="c",} 1\na{ b = "d"\t, } 2\na {b="e"}\t3 \t\n'],
  ['both', 'a{b="c"}1\n'],
  ['both', String.raw`a{b="\"\\\n\d"} 1` + '\n'],
  ['both', 'a{b="显卡 😀 {},=#"} 1\n'],
  ['both', 'a{b=""} 1\n'],
  ['both', 'a +Inf\nb -inf\nc NaN\nd 5.\ne .5\nf +1E3\ng -0\nh 1e-400\ni infinity\n'],
  ['neither', '1a 1\n'],
  ['neither', 'a-b 1\n'],
  ['neither', 'a.b 1\n'],
  ['neither', 'a\n'],
  ['neither', 'a{b="c"}\n'],
  ['neither', 'a{b="c" 1\n'],
  ['neither', 'a{b="c} 1\n'],
  ['neither', 'a{b=c} 1\n'],
  ['neither', 'a{b} 1\n'],
  ['neither', 'a{,} 1\n'],
  ['neither', 'a{b="c",,d="e"} 1\n'],
  ['neither', 'a{1b="c"} 1\n'],
  ['neither', 'a{b="c",b="d"} 1\n'],
  ['neither', 'a{__name__="b"} 1\n'],
  ['neither', '{b="c"} 1\n'],
  ['neither', 'a 1,5\n'],
  ['neither', 'a 1_000\n'],
  ['neither', 'a 0x10\n'],
  ['neither', 'a 0x1p4\n'],
  ['neither', 'a 1e999\n'],
  ['neither', 'a +NaN\n'],
  ['neither', 'a "1"\n'],
  ['neither', 'a 1 soon\n'],
  ['neither', 'a 1 1.5\n'],
  ['neither', 'a 1 99999999999999999999\n'],
  ['neither', 'a 1 2 3\n'],
  ['neither', 'a 1 # {} 1\n'],
  ['neither', '# TYPE a colour\n'],
  ['neither', '# TYPE a info\n'],
  ['neither', '# TYPE a\n'],
  ['neither', '# TYPE a  gauge\n'],
  ['neither', '# TYPE a gauge \n'],
  ['neither', '# TYPE 1a gauge\n'],
  ['neither', '# HELP 1a text\n'],
  ['neither', 'a 1\r\n'],
  ['neither', '\ufeffa 1\n'],

  ['stricter', 'a 12'],
  ['stricter', 'a 1\n\0\nb 2\n'],
  ['stricter', 'a{b="c"d="e"} 1\n'],
  ['stricter', 'a{b="c"} 1\na{b="c"} 2\n'],
  ['stricter', '# TYPE a gauge\n# TYPE a counter\na 1\n'],
  ['stricter', 'a{b="c\ufffd"} 1\n'],
  ['newer', '{"a.b"} 1\n'],
  ['newer', '{"a","b.c"="d"} 1\n'],
];

const openmetrics: readonly (readonly [Expected, string])[] = [
  ['both', 'a 1\n# EOF\n'],
  ['both', 'a 1\n# EOF'],
  ['both', '# EOF\n'],
  [
    'both',
    '# HELP a_s Say \\"x\\".\n# TYPE a_s counter\n# UNIT a_s s\na_s_total 1\na_s_created 2\n# EOF\n',
  ],
  ['both', '# TYPE a stateset\na{a="b"} 1\n# TYPE c unknown\nc 1\n# EOF\n'],
  ['neither', 'a{b="c",} 1\n# EOF\n'],
  ['both', '# TYPE a counter\na_total 1 # {trace_id="x"} 0.5\n# EOF\n'],
  ['neither', ''],
  ['neither', 'a 1\n'],
  ['neither', 'a 1\nb 12'],
  ['neither', 'a 1\n# EOF\nb 1\n'],
  ['neither', 'a 1\n# EOF\n\n'],
  ['neither', 'a 1\n\n# EOF\n'],
  ['neither', '# any comment\n# EOF\n'],
  ['neither', 'a  1\n# EOF\n'],
  ['neither', 'a\t1\n# EOF\n'],
  ['neither', ' a 1\n# EOF\n'],
  ['neither', 'a 1 \n# EOF\n'],
  ['neither', 'a{ b="c"} 1\n# EOF\n'],
  ['neither', 'a{b="c"}1\n# EOF\n'],
  ['neither', 'a{b="c"d="e"} 1\n# EOF\n'],
  ['neither', 'a 1_0\n# EOF\n'],
  ['neither', 'a 1 NaN\n# EOF\n'],
  ['neither', 'a_total 1 # {b="c"}\n# EOF\n'],
  ['neither', 'a_total 1 # {b="c"} x\n# EOF\n'],
  ['neither', '# TYPE a untyped\na 1\n# EOF\n'],
  ['neither', '# UNIT a bytes\na 1\n# EOF\n'],
  ['neither', '# HELP a\na 1\n# EOF\n'],
  ['neither', 'a 1\r\n# EOF\r\n'],
  ['newer', '{"a.b","c.d"="e"} 1\n# EOF\n'],
];

export const JUDGED_TEXTS: readonly JudgedText[] = [
  ...prometheus.map(([expected, text]) => ({ expected, text, format: 'prometheus' as const })),
  ...openmetrics.map(([expected, text]) => ({ expected, text, format: 'openmetrics' as const })),
];
