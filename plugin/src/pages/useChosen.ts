import { useEffect, useState } from 'react';
import { MultiValueVariable, sceneGraph, type EmbeddedScene } from '@grafana/scenes';

const ALL = '$__all';

const read = (variable: MultiValueVariable | undefined): string | undefined => {
  const values = [variable?.state.value].flat().map(String);
  const [only] = values;
  return values.length === 1 && only !== ALL && only !== '' && only !== 'undefined'
    ? only
    : undefined;
};

/** The one value that a variable has; undefined where it has several or all. */
export function useChosen(scene: EmbeddedScene | undefined, name: string): string | undefined {
  const variable = scene && sceneGraph.lookupVariable(name, scene);
  const multi = variable instanceof MultiValueVariable ? variable : undefined;
  const [chosen, setChosen] = useState(() => read(multi));
  useEffect(() => {
    setChosen(read(multi));
    const watch = multi?.subscribeToState(() => setChosen(read(multi)));
    return () => watch?.unsubscribe();
  }, [multi]);
  return chosen;
}
