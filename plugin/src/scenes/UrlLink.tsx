import { locationUtil } from '@grafana/data';
import {
  SceneObjectBase,
  VariableDependencyConfig,
  sceneGraph,
  type SceneComponentProps,
  type SceneObject,
  type SceneObjectState,
} from '@grafana/scenes';
import { LinkButton, type IconName } from '@grafana/ui';
import { filledUrl } from './filledUrl.js';

interface UrlLinkState extends SceneObjectState {
  readonly title: string;
  /** An address with `${…}` for what the scene knows. */
  readonly template: string;
  readonly icon?: IconName;
}

/** The address that a template has in a scene as it is now. */
export const urlIn = (scene: SceneObject, template: string): string =>
  locationUtil.assureBaseUrl(filledUrl(sceneGraph.interpolate(scene, template)));

function UrlLinkView({ model }: SceneComponentProps<UrlLink>) {
  const { title, template, icon } = model.useState();
  // Drawn anew when the range changes: the address tells it.
  sceneGraph.getTimeRange(model).useState();
  return (
    <LinkButton
      size="sm"
      variant="secondary"
      // Without a picture nothing but its frame would tell it from a word.
      fill={icon === undefined ? 'outline' : 'text'}
      href={urlIn(model, template)}
      {...(icon === undefined ? {} : { icon })}
    >
      {title}
    </LinkButton>
  );
}

/** A link to another page that takes the scene's choices and time range along. */
export class UrlLink extends SceneObjectBase<UrlLinkState> {
  static Component = UrlLinkView;
  protected override _variableDependency = new VariableDependencyConfig<UrlLinkState>(this, {
    statePaths: ['template'],
  });
}
