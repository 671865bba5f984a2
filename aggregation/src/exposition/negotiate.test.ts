import { negotiateFormat } from './negotiate.js';

const PROMETHEUS_2 =
  'application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1';
const PROMETHEUS_3 =
  'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2';

describe('negotiateFormat', () => {
  it.each([
    ['what Prometheus 2 sends', PROMETHEUS_2, 'openmetrics'],
    ['what Prometheus 3 sends', PROMETHEUS_3, 'openmetrics'],
    ['what a browser sends', 'text/html,application/xhtml+xml,*/*;q=0.8', 'prometheus'],
    ['what curl sends', '*/*', 'prometheus'],
    ['nothing', undefined, 'prometheus'],
    ['an empty header', '', 'prometheus'],
    ['the text format alone', 'text/plain;version=0.0.4', 'prometheus'],
    ['OpenMetrics without a version', 'application/openmetrics-text', 'openmetrics'],
    ['OpenMetrics 0.0.1 alone', 'application/openmetrics-text; version=0.0.1', 'openmetrics'],
    [
      'a version that does not exist yet',
      'application/openmetrics-text;version=2.0.0',
      'prometheus',
    ],
    ['a heavier text format', 'application/openmetrics-text;q=0.3,text/plain;q=0.9', 'prometheus'],
    ['a refusal', 'application/openmetrics-text;q=0,*/*;q=0.1', 'prometheus'],
    ['equal weights: the first', 'text/plain,application/openmetrics-text', 'prometheus'],
    ['equal weights: the first', 'application/openmetrics-text,text/plain', 'openmetrics'],
    ['a wildcard of equal weight first', '*/*,application/openmetrics-text', 'openmetrics'],
    [
      'capitals and blanks',
      ' Application/OpenMetrics-Text ; Version="1.0.0" ; Q=0.9 ',
      'openmetrics',
    ],
    ['a weight that is none', 'application/openmetrics-text;q=high,text/plain;q=0.1', 'prometheus'],
    ['a weight over 1', 'application/openmetrics-text;q=5,text/plain;q=0.1', 'prometheus'],
    ['rubbish', ';;,=,;q=1,/', 'prometheus'],
  ])('answers %s', (_, header, format) => {
    expect(negotiateFormat(header)).toBe(format);
  });
});
