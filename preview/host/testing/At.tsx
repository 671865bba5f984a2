import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom-v5-compat';

/** Quiet about the next version's ways, which are none of ours here. */
const FUTURE = { v7_startTransition: true, v7_relativeSplatPath: true };

/** What is drawn at an address. */
export const At = ({ path = '/', children }: { path?: string; children: ReactNode }) => (
  <MemoryRouter initialEntries={[path]} future={FUTURE}>
    {children}
  </MemoryRouter>
);
