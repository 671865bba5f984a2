import type { Pseudonyms } from './pseudonyms.js';

/** Labels whose values name nobody, and what such a value looks like; one that looks otherwise is replaced. */
const OPEN_VALUES: Readonly<Record<string, RegExp>> = {
  gpu: /^\d{1,3}$/,
  device: /^nvidia\d{1,3}$/,
  modelname: /^[\w .()/+-]*$/,
  model_name: /^[\w .()/+-]*$/,
  gpu_i_profile: /^[\w.+-]*$/,
  gpu_i_id: /^\d{0,4}$/,
  vgpu: /^\d{1,4}$/,
  err_code: /^\d{1,4}$/,
  clock_event: /^\w*$/,
  window_size_in_ms: /^\d*$/,
  nvlink: /^\d{1,3}$/,
  nvswitch: /^\w{1,12}$/,
  cpu: /^\d{1,4}$/,
  cpucore: /^\d{1,4}$/,
  dra_driver_name: /^[a-z.]*nvidia\.com$/,
  dra_mig_profile: /^[\w.+-]*$/,
};

/** Fields that dcgm-exporter writes as labels: versions and kinds of a chip. */
const OPEN_FIELDS = /^dcgm_fi_(.*_version|dev_name|dev_brand|dev_minor_number|dev_mig_.*)$/;

/** Labels that dcgm-exporter and scrapes write, of which the name stays and the value does not. */
const NAMED =
  /^(uuid|gpu_uuid|pci_bus_id|hostname|host|instance|job|hpc_job|uid|pod_uid|err_msg|pod|namespace|container|(container|pod)_name|pod_namespace|dra_(claim_name|claim_namespace|device_name|pool_name|mig_device_uuid)|dcgm_fi_\w+)$/;

const SAMPLE = /^([a-zA-Z_:][\w:]*)(\{.*\})?(\s+\S+)(\s+-?\d+)?\s*$/;
const LABEL = /([a-zA-Z_]\w*)\s*=\s*"((?:[^"\\]|\\.)*)"/g;

function anonymousLabel(name: string, value: string, pseudonyms: Pseudonyms): string {
  // A scrape that keeps its target's own labels puts DCGM's behind this word.
  const known = name.toLowerCase().replace(/^exported_/, '');
  const isOpen = OPEN_VALUES[known]?.test(value) ?? OPEN_FIELDS.test(known);
  if (isOpen) return `${name}="${value}"`;
  const isKnown = known in OPEN_VALUES || OPEN_FIELDS.test(known) || NAMED.test(known);
  // Labels of pods come under names of their own making.
  const shown = isKnown ? name : `label_${pseudonyms.name(name.replaceAll('_', ''))}`;
  return `${shown}="${pseudonyms.name(value)}"`;
}

function anonymousLine(line: string, pseudonyms: Pseudonyms): string {
  if (line === '' || /^# (HELP|TYPE|UNIT) |^# EOF$/.test(line)) return line;
  const [, metric, labels, value = '', time = ''] = SAMPLE.exec(line) ?? [];
  // What can't be read may hold anything; its place is kept.
  if (metric === undefined) return '#';
  const shown = labels?.replaceAll(LABEL, (_, name: string, text: string) =>
    anonymousLabel(name, text, pseudonyms),
  );
  return `${metric}${shown ?? ''}${value}${time}`;
}

/** An exposition without names: models, versions, help and figures stay. */
export function anonymousExposition(text: string, pseudonyms: Pseudonyms): string {
  return text
    .split('\n')
    .map((line) => anonymousLine(line, pseudonyms))
    .join('\n');
}
