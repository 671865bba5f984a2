import { SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { PanelInstead } from './PanelInstead.js';
import type { Size } from './size.js';

interface HintState extends SceneObjectState {
  readonly title: string;
  /** What is not collected, and how to get it. */
  readonly text: string;
  readonly size: Size;
}

function HintView({ model }: SceneComponentProps<Hint>) {
  const { title, text } = model.useState();
  return <PanelInstead title={title} description="" shown="empty" ifEmpty={text} />;
}

/** Stands where a panel would be if its data source were there. */
export class Hint extends SceneObjectBase<HintState> {
  static Component = HintView;
}
