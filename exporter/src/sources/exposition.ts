import type { Exposition, ExpositionProblem, Telemetry } from '@gpuscope/aggregation';
import { formatOf, GpuscopeError, parseExposition } from '@gpuscope/aggregation';

/** Turns what DCGM said into the catalogue's names and units. */
export type Normalise = (exposition: Exposition) => Telemetry;

/** Is told about lines that could not be used; the exporter counts them. */
export type ProblemListener = (problems: readonly ExpositionProblem[]) => void;

const LISTED = 3;

function describe(problems: readonly ExpositionProblem[]): string {
  return problems
    .slice(0, LISTED)
    .map(({ line, column, reason }) => `line ${line}:${column}: ${reason}`)
    .join('; ');
}

/**
 * Parses the answer of a source; an empty content type leaves the format to be told by the text. Single bad lines are told to the listener and cost nothing else.
 * @throws GpuscopeError SOURCE_TRUNCATED for a text that was cut, SOURCE_REFUSED for one that holds no metric at all
 */
export function readExposition(
  address: string,
  contentType: string,
  text: string,
  onProblems: ProblemListener,
): Exposition {
  if (/^\s*text\/html/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text)) {
    throw new GpuscopeError(
      'SOURCE_REFUSED',
      `${address}: answered with a web page, not with metrics; is that dcgm-exporter's /metrics, or a proxy's sign-in page?`,
    );
  }
  const exposition = parseExposition(text, {
    ...(contentType !== '' && { format: formatOf(contentType) }),
  });
  const { problems, samples } = exposition;
  const cut = problems.find(({ code }) => code === 'missing_eof');
  if (cut !== undefined || (text !== '' && !text.endsWith('\n'))) {
    const where = cut === undefined ? 'the last line has no end' : describe([cut]);
    throw new GpuscopeError(
      'SOURCE_TRUNCATED',
      `${address}: the answer is not whole (${where}); did dcgm-exporter die while answering?`,
    );
  }
  if (samples.length === 0) {
    const why =
      problems.length === 0
        ? 'it is empty; dcgm-exporter says nothing until it has read the GPUs once, or finds no GPU'
        : describe(problems);
    throw new GpuscopeError('SOURCE_REFUSED', `${address}: holds no metric: ${why}`);
  }
  if (problems.length > 0) onProblems(problems);
  return exposition;
}
