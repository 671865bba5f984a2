import { useEffect, useState } from 'react';
import { MultiValueVariable, sceneGraph, type EmbeddedScene } from '@grafana/scenes';

const ALL = '$__all';

const read = (variable: MultiValueVariable | undefined): readonly string[] => {
  const values = variable === undefined ? [] : [variable.state.value].flat().map(String);
  return values.includes(ALL) ? [] : values.filter((value) => value !== '');
};

/** The values that a variable has by name; none where it has all. */
export function useChosen(scene: EmbeddedScene, name: string): readonly string[] {
  const variable = sceneGraph.lookupVariable(name, scene);
  const multi = variable instanceof MultiValueVariable ? variable : undefined;
  const [chosen, setChosen] = useState(() => read(multi));
  useEffect(() => {
    setChosen(read(multi));
    const watch = multi?.subscribeToState(() => setChosen(read(multi)));
    return () => watch?.unsubscribe();
  }, [multi]);
  return chosen;
}
