import { config } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { css } from '@emotion/css';
import type { Language } from '../../choice/index.js';
import { wordsOf } from '../../words/words.js';

interface NoDataProps {
  readonly message?: string;
}

const styles = () => ({
  place: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    height: '100%',
    width: '100%',
  }),
});

/** Stands in the middle of a panel that has nothing to draw. */
export function NoData({ message }: NoDataProps) {
  const { place } = useStyles2(styles);
  const { noData } = wordsOf(config.bootData.user.language as Language);
  return <div className={place}>{message ?? noData}</div>;
}
