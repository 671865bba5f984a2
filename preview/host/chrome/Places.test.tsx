import type { AppRootProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { useLocation } from 'react-router-dom-v5-compat';
import { At } from '../testing/At.js';
import { appOf, lookAs } from '../testing/app.js';
import { Places } from './Places.js';
import '../testing/patience.js';

const Root = (props: AppRootProps) => {
  const { pathname, search } = useLocation();
  return (
    <p>
      {JSON.stringify({ at: `${pathname}${search}`, query: props.query, base: props.basename })}
    </p>
  );
};

function at(path: string): string {
  lookAs('Viewer');
  const { container } = render(
    <At path={path}>
      <Places
        app={appOf(Root as unknown as ComponentType)}
        choice={{ theme: 'dark', language: 'en-US' }}
      />
    </At>,
  );
  return container.textContent ?? '';
}

describe('what lies at an address', () => {
  it("is the app below its own, with the address's parameters", () => {
    expect(JSON.parse(at('/a/app/apps?var-app=x'))).toEqual({
      at: '/a/app/apps?var-app=x',
      query: { 'var-app': 'x' },
      base: '/a/app',
    });
  });

  it.each(['/', '/a/app', '/a/app/'])("is the app's first page at %s", (path) => {
    expect(JSON.parse(at(path))).toMatchObject({ at: '/a/app/overview' });
  });

  it('keeps the parameters on the way there', () => {
    expect(JSON.parse(at('/?from=now-1h'))).toMatchObject({ at: '/a/app/overview?from=now-1h' });
  });

  it.each(['/d/gpuscope-app', '/explore', '/connections/datasources'])(
    "is an explanation at Grafana's own %s",
    (path) => {
      expect(at(path)).toContain('Only in Grafana');
      expect(screen.getByRole('link').getAttribute('href')).toBe('/a/app/overview');
    },
  );

  it('is nothing elsewhere, and says so', () => {
    expect(at('/nowhere')).toContain('No such page');
  });
});
