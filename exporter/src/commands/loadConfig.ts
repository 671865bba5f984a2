import { readFile } from 'node:fs/promises';
import type { ExporterSite, Site } from '@gpuscope/aggregation';
import { formatSiteProblem, GpuscopeError, parseSite } from '@gpuscope/aggregation';
import type { ExporterConfig, Role } from '../config.js';
import { ROLES } from '../config.js';
import { reasonOf } from '../errorWords.js';
import type { Arguments, Io } from './command.js';
import { shown, suggestion, UsageError } from './usage.js';

/** gpuscope.yaml can't be used; the message has a line per problem. */
export class SiteError extends GpuscopeError {
  constructor(message: string) {
    super('CONFIG_INVALID', message);
  }
}

async function readSite(file: string, env: Io['env']): Promise<Site> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new SiteError(`${file}: cannot be read (${reasonOf(error)})`);
  }
  const parsed = parseSite(text, { env, file });
  if ('site' in parsed) return parsed.site;
  throw new SiteError(parsed.problems.map(formatSiteProblem).join('\n'));
}

/** Options as the section `exporter` would write them. */
function writtenBy({ value }: Arguments): Record<string, unknown> {
  const sources = [
    ...(value('dcgm') === undefined ? [] : [{ dcgm: { url: value('dcgm') } }]),
    ...(value('nvml') === undefined ? [] : [{ nvml: {} }]),
    ...(value('replay') === undefined ? [] : [{ replay: { file: value('replay') } }]),
  ];
  return {
    ...(value('listen') !== undefined && { listen: value('listen') }),
    ...(value('node') !== undefined && { node: value('node') }),
    ...(value('pods') !== undefined && { pods: { file: value('pods') } }),
    ...(sources.length > 0 && { sources }),
  };
}

/** Which option a problem's path speaks of. */
const OPTION_OF: readonly (readonly [RegExp, string])[] = [
  [/^exporter\.listen/, '--listen'],
  [/^exporter\.node/, '--node'],
  [/^exporter\.pods/, '--pods'],
  [/^exporter\.sources.*\.replay/, '--replay'],
  [/^exporter\.sources/, '--dcgm'],
];

/** Checks options with the rules of gpuscope.yaml: JSON is YAML. */
function siteOf(exporter: Record<string, unknown>): Site {
  const parsed = parseSite(JSON.stringify({ version: 1, cluster: 'unnamed', exporter }));
  if ('site' in parsed) return parsed.site;
  const lines = parsed.problems.map(({ path, message, value }) => {
    const option = OPTION_OF.find(([pattern]) => pattern.test(path))?.[1] ?? path;
    return `${option} ${message}${value === undefined ? '' : `, not ${value}`}`;
  });
  throw new UsageError(lines.join('\n'));
}

/** Without a file nothing is known of a cluster: DCGM's own labels and the machine's processes are all there is. */
function withoutFile({ value }: Arguments): Record<string, unknown> {
  const isMachine = value('nvml') !== undefined;
  const isLabelled = value('dcgm') !== undefined || value('replay') !== undefined || !isMachine;
  const holders = [...(isLabelled ? ['dcgmLabels'] : []), ...(isMachine ? ['processes'] : [])];
  return { holders, pods: 'none' };
}

function overridden(site: Site, written: Record<string, unknown>): ExporterSite {
  const given = siteOf(written).exporter;
  const picked = Object.keys(written).map((key) => [key, given[key as keyof ExporterSite]]);
  return { ...site.exporter, ...(Object.fromEntries(picked) as Partial<ExporterSite>) };
}

function roleOf(value: string | undefined): Role {
  const role = ROLES.find((known) => known === (value ?? 'node'));
  if (role !== undefined) return role;
  throw new UsageError(
    `--role is ${shown(value ?? '')}; allowed are ${ROLES.join(' and ')}${suggestion(value ?? '', ROLES)}`,
  );
}

/** A program that has nothing to read would run, and say nothing for ever. */
function checkReads(role: Role, site: ExporterSite, file: string | undefined): void {
  const { sources, pods } = site;
  if (role === 'cluster') {
    if (pods.kind !== 'none') return;
    throw file === undefined
      ? new UsageError('--role cluster names pods: give --config FILE or --pods FILE')
      : new SiteError(`${file}: exporter.pods is none, and --role cluster names pods`);
  }
  if (sources.length > 0) return;
  throw file === undefined
    ? new UsageError('nothing to read: give --config FILE, --dcgm URL, --nvml or --replay FILE')
    : new SiteError(`${file}: exporter.sources is missing; name where the figures come from`);
}

/**
 * Makes the configuration of gpuscope.yaml and options.
 * @throws UsageError for an option, SiteError for the file, each naming what is wrong and what is allowed
 */
export async function loadConfig(args: Arguments, io: Io): Promise<ExporterConfig> {
  const role = roleOf(args.value('role'));
  const file = args.value('config');
  const written = writtenBy(args);
  const found =
    file === undefined
      ? siteOf({ ...withoutFile(args), ...written })
      : await readSite(file, io.env);
  const exporter = file === undefined ? found.exporter : overridden(found, written);
  checkReads(role, exporter, file);
  return {
    role,
    node: exporter.node ?? io.hostname,
    exporter,
    identity: found.identity,
    ...(exporter.emitClusterLabel && { clusterLabel: found.cluster }),
    namespacesByName: file === undefined && exporter.pods.kind === 'none',
  };
}
