import { useEffect, useState } from 'react';
import { askPrometheus, type PromAnswer } from '../prometheus.js';

const MODELS = 'group by (model) (gpu_info)';

function namedIn({ series }: PromAnswer): readonly string[] {
  const named = series.flatMap(({ fields }) =>
    fields.filter(({ name }) => name === 'model').flatMap(({ values }) => values.map(String)),
  );
  return [...new Set(named)].filter((model) => model !== '').sort();
}

/** The models of the GPUs that a Prometheus knows; none while it has not answered, or does not. */
export function useModels(uid: string | undefined): readonly string[] {
  const [models, setModels] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    setModels([]);
    if (uid === undefined) return undefined;
    askPrometheus(uid, { models: MODELS })
      .then(namedIn)
      .then(
        (named) => isCurrent && setModels(named),
        // What is wrong with the source is said above, by its test.
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [uid]);
  return models;
}
