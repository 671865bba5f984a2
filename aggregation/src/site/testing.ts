import type { LogsFile } from './logsFile.js';
import { parseLogsFile, parseSite } from './parse.js';
import type { ParseSiteOptions } from './parse.js';
import { formatSiteProblem } from './problem.js';
import type { Site } from './site.js';

/** The site of a text; throws its problems. */
export function siteOf(text: string, options?: ParseSiteOptions): Site {
  const parsed = parseSite(text, options);
  if ('site' in parsed) return parsed.site;
  throw new Error(parsed.problems.map(formatSiteProblem).join('\n'));
}

/** The problems of a text as a terminal shows them; none for a site. */
export function problemsOf(text: string, options?: ParseSiteOptions): readonly string[] {
  const parsed = parseSite(text, options);
  return 'problems' in parsed ? parsed.problems.map(formatSiteProblem) : [];
}

/** A site with this text, indented as YAML wants it, as its section `exporter`. */
export function exporterText(section: string): string {
  const indented = section.trim().replace(/^/gm, '  ');
  return `version: 1\ncluster: c\nexporter:\n${indented}\n`;
}

/** What the log data source reads of a text; throws its problems. */
export function logsFileOf(text: string, options?: ParseSiteOptions): LogsFile {
  const parsed = parseLogsFile(text, options);
  if ('site' in parsed) return parsed.site;
  throw new Error(parsed.problems.map(formatSiteProblem).join('\n'));
}
