import type { z } from 'zod';
import type { Place } from './document.js';
import { SiteDocument } from './document.js';
import type { Environment } from './environment.js';
import type { SitePath, SiteProblem } from './problem.js';
import { showPath, showValue } from './problem.js';
import type { LogsFile } from './logsFile.js';
import { logsFileSchema, UNREAD_BY_LOGS } from './logsFile.js';
import { OPAQUE_SECTIONS, siteSchema } from './schema.js';
import type { Site } from './site.js';
import type { TenantsFile } from './tenantsFile.js';
import { tenantsFileSchema } from './tenantsFile.js';

export interface ParseSiteOptions {
  /** What `${NAME}` reads; without it, nothing is set. */
  readonly env?: Environment;
  /** The file's name, for the problems. */
  readonly file?: string;
}

/** A site, or everything that keeps the text from being one. */
export type Parsed<T> = { readonly site: T } | { readonly problems: readonly SiteProblem[] };

export type ParsedSite = Parsed<Site>;

/** One program's view of the file: its schema, and the sections whose variables it leaves alone. */
interface View<T> {
  readonly schema: z.ZodType<T>;
  readonly unread: readonly string[];
}

/** The longest gpuscope.yaml, in UTF-16 code units. */
const TEXT_LIMIT = 2 ** 20;

const START: Place = { line: 1, column: 1 };

/** A problem before the file's name is put to it. */
type Found = Omit<SiteProblem, 'file'>;

function problem(place: Place, steps: SitePath, message: string, rest?: Partial<Found>): Found {
  return {
    code: 'CONFIG_INVALID',
    line: place.line,
    column: place.column,
    path: showPath(steps),
    message,
    ...rest,
  };
}

function syntaxProblems(document: SiteDocument): readonly Found[] {
  return document.syntaxProblems().map(({ place, message }) => problem(place, [], message));
}

function environmentProblems(
  document: SiteDocument,
  env: Environment,
  unread: readonly string[],
): readonly Found[] {
  return document.substitute(env, unread).flatMap(({ place, path, unset, malformed }) => [
    ...unset.map((name) =>
      problem(
        place,
        path,
        `reads the environment variable ${name}, which is not set; set it, or write the value here`,
        {
          code: 'CONFIG_ENV_UNSET',
        },
      ),
    ),
    ...malformed.map((written) =>
      problem(
        place,
        path,
        `holds ${written}; write \${NAME} with letters, digits and _, or $\${ for the characters themselves`,
      ),
    ),
  ]);
}

function valueAt(value: unknown, path: SitePath): unknown {
  return path.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null
        ? (part as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );
}

const holdsCredentials = (value: unknown) => typeof value === 'string' && /:\/\/[^/]*@/.test(value);

function schemaProblems(
  document: SiteDocument,
  value: unknown,
  issue: z.core.$ZodIssue,
): readonly Found[] {
  const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => {
      const path = [...steps, key];
      return problem(document.placeOf(path, 'key'), path, messages[index] ?? issue.message);
    });
  }
  const written = valueAt(value, steps);
  const shown =
    holdsCredentials(written) || typeof written === 'object' ? undefined : showValue(written);
  const isRule = issue.code === 'custom' && issue.params?.['code'] === 'RULE_INVALID';
  return [
    problem(document.placeOf(steps, 'value'), steps, issue.message, {
      ...(shown !== undefined && { value: shown }),
      ...(isRule && { code: 'RULE_INVALID' as const }),
    }),
  ];
}

function read<T>(
  text: string,
  env: Environment,
  { schema, unread }: View<T>,
): { site: T } | { found: readonly Found[] } {
  if (text.length > TEXT_LIMIT) {
    return {
      found: [
        problem(START, [], `is ${text.length} characters long; at most ${TEXT_LIMIT} are allowed`),
      ],
    };
  }
  const document = new SiteDocument(text);
  const syntax = syntaxProblems(document);
  if (syntax.length > 0) return { found: syntax };
  const unset = environmentProblems(document, env, unread);
  let value: unknown;
  try {
    value = document.value();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { found: [problem(START, [], `can't be read: ${why}`)] };
  }
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success && unset.length === 0) return { site: parsed.data };
  const unsetPaths = new Set(unset.map(({ path }) => path));
  const wrong = (parsed.error?.issues ?? [])
    .flatMap((issue) => schemaProblems(document, value, issue))
    .filter(({ path }) => !unsetPaths.has(path));
  return { found: [...unset, ...wrong] };
}

function parse<T>(text: string, options: ParseSiteOptions, view: View<T>): Parsed<T> {
  const parsed = read(text, options.env ?? {}, view);
  if ('site' in parsed) return parsed;
  const problems = parsed.found
    .map((found): SiteProblem => ({
      ...found,
      ...(options.file !== undefined && { file: options.file }),
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return { problems };
}

/**
 * Reads gpuscope.yaml for the exporter. Never throws: answers the site with every default in place, or all
 * problems, in the order of the text. `${NAME}` reads the environment in every section that is checked; `tenancy`,
 * `logs` and `portal` are carried along as written.
 */
export function parseSite(text: string, options: ParseSiteOptions = {}): ParsedSite {
  return parse(text, options, { schema: siteSchema, unread: OPAQUE_SECTIONS });
}

/**
 * Reads gpuscope.yaml for the log data source, which needs `logs` and `tenancy`, and of `exporter` only `hosts`: the
 * rest of that section may speak of an environment that only GPU nodes have.
 */
export function parseLogsFile(text: string, options: ParseSiteOptions = {}): Parsed<LogsFile> {
  return parse(text, options, { schema: logsFileSchema, unread: UNREAD_BY_LOGS });
}

/** Reads the file of the policy `file`. Variables are not read in it: it grants rights. */
export function parseTenantsFile(
  text: string,
  options: Pick<ParseSiteOptions, 'file'> = {},
): Parsed<TenantsFile> {
  return parse(text, options, { schema: tenantsFileSchema, unread: ['version', 'tenants'] });
}
