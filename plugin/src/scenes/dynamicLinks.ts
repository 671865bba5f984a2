import type { DataLink, FieldConfigSource } from '@grafana/data';
import { filledUrl } from './filledUrl.js';

/** Grafana's own filling in differs between versions in what it encodes; the address is built here in one way. */
const dynamic = (link: DataLink): DataLink => ({
  ...link,
  onBuildUrl: ({ replaceVariables }) => filledUrl(replaceVariables?.(link.url) ?? link.url),
});

const dynamicAll = (links: readonly DataLink[] | undefined): DataLink[] =>
  (links ?? []).map(dynamic);

/** The settings of fields with links whose addresses are built when they are asked for. */
export function withDynamicLinks(config: FieldConfigSource): FieldConfigSource {
  return {
    defaults: { ...config.defaults, links: dynamicAll(config.defaults.links) },
    overrides: config.overrides.map(({ matcher, properties }) => ({
      matcher,
      properties: properties.map((property) =>
        property.id === 'links'
          ? { id: 'links', value: dynamicAll(property.value as DataLink[]) }
          : property,
      ),
    })),
  };
}
