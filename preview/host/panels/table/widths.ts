import { FieldMatcherID, type FieldConfigSource } from '@grafana/data';

const BY_NAME: string = FieldMatcherID.byName;

/** A column's width as its user drew it, kept as Grafana keeps it: an override by name. */
export function withWidth(
  config: FieldConfigSource,
  name: string,
  width: number,
): FieldConfigSource {
  const isOf = ({ matcher }: FieldConfigSource['overrides'][number]): boolean =>
    matcher.id === BY_NAME && matcher.options === name;
  const matcher = { id: BY_NAME, options: name };
  const former = config.overrides.find(isOf) ?? { matcher, properties: [] };
  const properties = [
    ...former.properties.filter(({ id }) => id !== 'custom.width'),
    { id: 'custom.width', value: width },
  ];
  const others = config.overrides.filter((override) => !isOf(override));
  return { ...config, overrides: [...others, { ...former, properties }] };
}
