import type {
  DataSourceApi,
  DataSourceInstanceSettings,
  DataSourceRef,
  ScopedVars,
} from '@grafana/data';
import type {
  DataSourceSrv,
  GetDataSourceListFilters,
  RuntimeDataSourceRegistration,
  TemplateSrv,
} from '@grafana/runtime';

type Ref = DataSourceRef | string | null | undefined;

/** Makes the object that asks a source, from its plugin. */
export type Construct = (settings: DataSourceInstanceSettings) => Promise<DataSourceApi>;

const MIXED = '-- Mixed --';

const isTemplate = (text: string): boolean => text.startsWith('$') || text.startsWith('[[');

const typesIn = (type: string | string[] | undefined): readonly string[] =>
  type === undefined ? [] : Array.isArray(type) ? type : [type];

/** Whether a source is one of those that a picker asks for. */
function passes(settings: DataSourceInstanceSettings, filters: GetDataSourceListFilters): boolean {
  const { meta, type } = settings;
  const { all, pluginId, filter } = filters;
  const types = typesIn(filters.type);
  if (pluginId !== undefined && meta.id !== pluginId) return false;
  if (types.length > 0 && !types.includes(type)) return false;
  const wanted = (['metrics', 'logs', 'tracing', 'annotations', 'alerting'] as const).filter(
    (ability) => filters[ability] === true,
  );
  if (wanted.some((ability) => meta[ability] !== true)) return false;
  const asks = meta.metrics ?? meta.logs ?? meta.tracing ?? meta.annotations ?? false;
  return (all === true || asks) && (filter?.(settings) ?? true);
}

/** The sources that the preview has, by uid, name or variable. */
export class PreviewSources implements DataSourceSrv {
  readonly #settings: readonly DataSourceInstanceSettings[];
  readonly #construct: Construct;
  readonly #templates: TemplateSrv;
  readonly #made = new Map<string, Promise<DataSourceApi>>();
  readonly #runtime = new Map<string, DataSourceApi>();

  constructor(
    settings: readonly DataSourceInstanceSettings[],
    construct: Construct,
    templates: TemplateSrv,
  ) {
    this.#settings = settings;
    this.#construct = construct;
    this.#templates = templates;
  }

  getList(filters: GetDataSourceListFilters = {}): DataSourceInstanceSettings[] {
    return this.#settings
      .filter((settings) => passes(settings, filters))
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  getInstanceSettings(ref?: Ref, scoped?: ScopedVars): DataSourceInstanceSettings | undefined {
    const named = this.#named(ref);
    if (named === undefined) return this.#byDefault(ref);
    if (!isTemplate(named)) return this.#find(named);
    const found = this.#find(this.#templates.replace(named, scoped, 'raw'));
    // The asker goes on to write the variable, not what it stands for now.
    return found && { ...found, isDefault: false, name: named, uid: named, rawRef: found };
  }

  get(ref?: Ref, scoped?: ScopedVars): Promise<DataSourceApi> {
    const named = this.#named(ref);
    const uid =
      named !== undefined && isTemplate(named)
        ? this.#templates.replace(named, scoped, 'raw')
        : named;
    const runtime = uid === undefined ? undefined : this.#runtime.get(uid);
    if (runtime !== undefined) return Promise.resolve(runtime);
    const settings = uid === undefined ? this.#byDefault(ref) : this.#find(uid);
    if (settings !== undefined) return this.#instance(settings);
    const known = this.#settings.map((one) => one.uid).join(', ');
    return Promise.reject(
      new Error(`No data source is called "${uid ?? MIXED}"; there are ${known}`),
    );
  }

  reload(): void {
    this.#made.clear();
  }

  registerRuntimeDataSource({ dataSource }: RuntimeDataSourceRegistration): void {
    this.#runtime.set(dataSource.uid, dataSource);
  }

  /** One object for each source; a plugin that could not be loaded is asked for again. */
  #instance(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
    const { uid } = settings;
    const made = this.#made.get(uid) ?? this.#construct(settings);
    this.#made.set(uid, made);
    made.catch(() => this.#made.delete(uid));
    return made;
  }

  #named(ref: Ref): string | undefined {
    const named = typeof ref === 'string' ? ref : ref?.uid;
    return named === undefined || named === '' || named === 'default' ? undefined : named;
  }

  /** A reference with a type alone means the first of that type. */
  #byDefault(ref: Ref): DataSourceInstanceSettings | undefined {
    const type = typeof ref === 'object' ? ref?.type : undefined;
    const candidates = this.#settings.filter((one) => type === undefined || one.type === type);
    return candidates.find(({ isDefault }) => isDefault) ?? candidates[0];
  }

  #find(named: string): DataSourceInstanceSettings | undefined {
    if (named === 'default') return this.#byDefault(undefined);
    return this.#settings.find(({ uid, name }) => uid === named || name === named);
  }
}
