import { list, text } from './fields.js';

/** What the NVIDIA device plugin advertises: whole and shared GPUs, MIG instances. */
const DEFAULT_RESOURCES: readonly string[] = [
  'nvidia.com/gpu',
  'nvidia.com/gpu.shared',
  'nvidia.com/mig-*',
];

const RESOURCE = /^[a-z0-9][a-z0-9.-]*\/[A-Za-z0-9][A-Za-z0-9._-]*\*?$/;

/** `exporter.resources`: counted beside the defaults. */
export const resources = list(
  'resource names',
  text(
    'a resource name such as nvidia.com/vgpu, or a beginning such as example.com/gpu-*',
    (value) => (RESOURCE.test(value) ? value : undefined),
  ),
)
  .default([])
  .transform((more) => [...new Set([...DEFAULT_RESOURCES, ...more])]);

/** Whether a resource name of a pod or of the kubelet is a GPU's, by `ExporterSite.resources`. */
export function isGpuResource(resources: readonly string[], name: string): boolean {
  return resources.some((known) =>
    known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known,
  );
}
