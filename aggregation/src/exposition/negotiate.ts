import type { ExpositionFormat } from './exposition.js';

interface MediaRange {
  readonly format: ExpositionFormat;
  /** A range with a wildcard yields to any that names a type. */
  readonly named: boolean;
  readonly quality: number;
}

interface Offer {
  readonly format: ExpositionFormat;
  readonly named: boolean;
  /** The versions we can answer with; a range without a version takes any. */
  readonly versions: readonly string[];
}

const PLAIN: Offer = { format: 'prometheus', named: false, versions: [] };

const OFFERS = new Map<string, Offer>([
  [
    'application/openmetrics-text',
    { format: 'openmetrics', named: true, versions: ['1.0.0', '0.0.1'] },
  ],
  ['text/plain', { format: 'prometheus', named: true, versions: ['0.0.4', '1.0.0'] }],
  ['text/*', PLAIN],
  ['*/*', PLAIN],
]);

/**
 * The format to answer a request with: the one that its Accept header weighs highest, the first of
 * those that weigh the same, 0.0.4 where it names none that we speak (so that a person with a
 * browser sees something). Source: RFC 9110, section 12.5.1.
 */
export function negotiateFormat(acceptHeader: string | undefined): ExpositionFormat {
  let best: MediaRange | undefined;
  for (const part of (acceptHeader ?? '').split(',')) {
    const range = readRange(part);
    if (range !== undefined && isBetter(range, best)) best = range;
  }
  return best?.format ?? 'prometheus';
}

function isBetter(range: MediaRange, best: MediaRange | undefined): boolean {
  if (range.quality === 0) return false;
  if (best === undefined || range.quality > best.quality) return true;
  return range.quality === best.quality && range.named && !best.named;
}

function readRange(part: string): MediaRange | undefined {
  const [mediaType = '', ...parameters] = part.split(';');
  const offer = OFFERS.get(mediaType.trim().toLowerCase());
  if (offer === undefined) return undefined;
  const values = new Map(parameters.map(readParameter));
  const version = values.get('version');
  if (version !== undefined && !offer.versions.includes(version)) return undefined;
  const quality = readQuality(values.get('q'));
  return quality === undefined ? undefined : { format: offer.format, named: offer.named, quality };
}

function readParameter(parameter: string): [string, string] {
  const cut = parameter.indexOf('=');
  if (cut < 0) return [parameter.trim().toLowerCase(), ''];
  const value = parameter.slice(cut + 1).trim();
  const bare = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return [parameter.slice(0, cut).trim().toLowerCase(), bare ? value.slice(1, -1) : value];
}

/** A weight from 0 to 1; a range with another one is not to be trusted, so it counts as absent. */
function readQuality(text: string | undefined): number | undefined {
  if (text === undefined) return 1;
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(text) ? Number(text) : undefined;
}
