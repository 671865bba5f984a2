/** Whether an Accept-Encoding header takes gzip (RFC 9110, section 12.5.3); an absent one does not ask for it. */
export function acceptsGzip(header: string | undefined): boolean {
  let wildcard = false;
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((piece) => piece.startsWith('q='))?.slice(2) ?? '1';
    const wanted = Number(weight) > 0;
    if (coding === 'gzip' || coding === 'x-gzip') return wanted;
    if (coding === '*') wildcard = wanted;
  }
  return wildcard;
}
