import type { ExpositionFormat } from './exposition.js';

const OPENMETRICS = 'application/openmetrics-text';

const CONTENT_TYPES: Record<ExpositionFormat, string> = {
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: `${OPENMETRICS}; version=1.0.0; charset=utf-8`,
};

/** The Content-Type to send an exposition with. */
export function contentTypeOf(format: ExpositionFormat): string {
  return CONTENT_TYPES[format];
}

/** The format that a Content-Type announces; 0.0.4 for whatever is not OpenMetrics. */
export function formatOf(contentType: string | undefined): ExpositionFormat {
  const mediaType = (contentType ?? '').split(';', 1)[0] ?? '';
  return mediaType.trim().toLowerCase() === OPENMETRICS ? 'openmetrics' : 'prometheus';
}

/** The format of a text that came without a Content-Type: OpenMetrics ends in `# EOF`, 0.0.4 does not. */
export function formatOfText(text: string): ExpositionFormat {
  // No regular expression: one that looks for an end may walk the whole text for each blank line.
  const tail = text.slice(-8).trimEnd();
  const isMark = tail.endsWith('# EOF');
  const before = tail.charAt(tail.length - 6);
  return isMark && (before === '\n' || before === '') ? 'openmetrics' : 'prometheus';
}
