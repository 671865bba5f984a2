import { EmptyState, LinkButton } from '@grafana/ui';
import { useLocation } from 'react-router-dom-v5-compat';
import type { Choice } from '../choice/index.js';
import { wordsOf } from '../words/words.js';
import { Page } from './Page.js';

// Grafana's own pages that plugins link to.
const GRAFANAS =
  /^\/(d|dashboards?|explore|plugins|connections|datasources|admin|alerting|profile|org)(\/|$)/;

interface NoPlaceProps {
  readonly choice: Choice;
  readonly start: string;
}

/** Says why there is nothing at an address. */
export function NoPlace({ choice, start }: NoPlaceProps) {
  const { pathname } = useLocation();
  const words = wordsOf(choice.language);
  const isGrafanas = GRAFANAS.test(pathname);
  const title = isGrafanas ? words.inGrafana : words.notFound;
  return (
    <Page pageNav={{ text: title }}>
      <EmptyState
        variant={isGrafanas ? 'call-to-action' : 'not-found'}
        hideImage
        message={isGrafanas ? words.inGrafanaText : words.notFoundText}
        button={<LinkButton href={start}>{words.toStart}</LinkButton>}
      />
    </Page>
  );
}
