import { QueryVariable, sceneGraph } from '@grafana/scenes';

/**
 * Values of a label, of which what is chosen stays while only time goes by.
 *
 * Scenes takes the first value, or all, in place of what the latest answer no longer has. A node that fell silent would make
 * room for another one under the reader's eyes, at the next refresh. A choice that this one depends on still decides.
 */
export class SteadyVariable extends QueryVariable {
  private asked: string | undefined;

  override validateAndUpdate(): ReturnType<QueryVariable['validateAndUpdate']> {
    const { query, datasource } = this.state;
    const asks = sceneGraph.interpolate(this, JSON.stringify([query, datasource]));
    if (asks === this.asked) this.skipNextValidation = true;
    this.asked = asks;
    return super.validateAndUpdate();
  }
}
