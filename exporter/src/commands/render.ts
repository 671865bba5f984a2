import type { ExpositionFormat } from '@gpuscope/aggregation';
import { serialiseExposition, toFamilies } from '@gpuscope/aggregation';
import { createRole } from '../createRole.js';
import { createLogger } from '../logger.js';
import type { Command } from './command.js';
import { loadConfig } from './loadConfig.js';
import { logLevelOf } from './serve.js';
import { LOG_OPTION, SITE_OPTIONS } from './siteOptions.js';
import { shown, UsageError } from './usage.js';

const FORMATS: readonly ExpositionFormat[] = ['prometheus', 'openmetrics'];

function formatOf(value: string | undefined): ExpositionFormat {
  const format = FORMATS.find((known) => known === (value ?? 'prometheus'));
  if (format !== undefined) return format;
  throw new UsageError(`--format is ${shown(value ?? '')}; allowed are ${FORMATS.join(' and ')}`);
}

/** `render`: one cycle to standard output. */
export const RENDER: Command = {
  name: 'render',
  summary: 'Reads once and prints the series, without the exporter’s own',
  options: [
    ...SITE_OPTIONS,
    { name: 'format', value: 'FORMAT', help: 'prometheus (default) or openmetrics' },
    LOG_OPTION,
  ],
  more: 'Exit status: 0; 1 when a source, a holder or the pods could not be read, with the reason on standard error.',
  async run(args, io) {
    const format = formatOf(args.value('format'));
    const logger = createLogger(logLevelOf(args.value('log-level') ?? 'error'));
    const config = await loadConfig(args, io);
    const { hostname, program, env } = io;
    const role = await createRole({ config, hostname, program, env, logger });
    try {
      await role.cycle();
      await io.out(serialiseExposition(toFamilies(role.series()), format));
      const failures = role.failures();
      for (const failure of failures) io.err(`${failure}\n`);
      return failures.length === 0 ? 0 : 1;
    } finally {
      await role.close();
    }
  },
};
