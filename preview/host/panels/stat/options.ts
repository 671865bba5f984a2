import type { SingleStatBaseOptions } from '@grafana/schema';
import type {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
} from '@grafana/ui';

export interface Options extends SingleStatBaseOptions {
  readonly graphMode: BigValueGraphMode;
  readonly colorMode: BigValueColorMode;
  readonly justifyMode: BigValueJustifyMode;
  readonly textMode: BigValueTextMode;
  readonly wideLayout: boolean;
}
