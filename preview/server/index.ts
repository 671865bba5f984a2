export type {
  BackendSource,
  BootData,
  BootSource,
  Links,
  Part,
  PartState,
  PreviewState,
  Upstreams,
} from './parts.js';
export { startPreview, type Preview, type PreviewOptions } from './startPreview.js';
