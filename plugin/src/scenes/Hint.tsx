import { css } from '@emotion/css';
import { SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { PanelInstead } from './PanelInstead.js';
import type { Size } from './size.js';

interface HintState extends SceneObjectState {
  readonly title: string;
  /** What is not collected, and how to get it. */
  readonly text: string;
  readonly size: Size;
}

const place = css({ position: 'relative', width: '100%', height: '100%' });

function HintView({ model }: SceneComponentProps<Hint>) {
  const { title, text } = model.useState();
  return (
    <div className={place}>
      <PanelInstead title={title} description="" shown="empty" ifEmpty={text} />
    </div>
  );
}

/** Stands where a panel would be if its data source were there. */
export class Hint extends SceneObjectBase<HintState> {
  static Component = HintView;
}
