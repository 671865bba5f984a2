import { parser } from '@prometheus-io/lezer-promql';

/**
 * The question as Prometheus would answer it if it held nothing but series that carry the tenant: every selector asks
 * for the tenant as well.
 */
export function asTenant(expr: string, tenant: string): string {
  const places: { readonly at: number; readonly text: string }[] = [];
  const matcher = `tenant="${tenant}"`;
  parser.parse(expr).iterate({
    enter: ({ name, to, node }) => {
      if (name !== 'VectorSelector') return;
      const matchers = node.getChild('LabelMatchers');
      if (matchers === null) places.push({ at: to, text: `{${matcher}}` });
      else {
        const more = matchers.getChildren('UnquotedLabelMatcher').length > 0;
        places.push({ at: matchers.from + 1, text: more ? `${matcher}, ` : matcher });
      }
    },
  });
  return places
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, text: put }) => text.slice(0, at) + put + text.slice(at), expr);
}
