import { randomBytes } from 'node:crypto';
import type { Site } from './preview.js';

/** A user of a real Grafana that a spec made for itself. */
export interface GrafanaVisitor {
  /** For the header of this name, with every request: it signs one in where there is no form for it, too. */
  readonly authorization: string;
  remove(): Promise<void>;
}

export interface GrafanaChoice {
  readonly role: 'Admin' | 'Viewer';
  readonly theme: 'dark' | 'light';
  readonly language: 'en-US' | 'zh-Hans';
}

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

async function ask<T>(
  site: Site,
  authorization: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${site.url}${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: HTTP ${String(response.status)}: ${text}`);
  return JSON.parse(text) as T;
}

/** Makes a user with a role and preferences of its own. @throws {Error} with Grafana's words where it refuses */
export async function createVisitor(site: Site, choice: GrafanaChoice): Promise<GrafanaVisitor> {
  const { GRAFANA_USER = 'admin', GRAFANA_PASSWORD = 'admin' } = process.env;
  const administrator = basic(GRAFANA_USER, GRAFANA_PASSWORD);
  const login = `gpuscope-test-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const { id } = await ask<{ readonly id: number }>(
    site,
    administrator,
    'POST',
    '/api/admin/users',
    { name: login, login, password, OrgId: 1 },
  );
  const { role, theme, language } = choice;
  await ask(site, administrator, 'PATCH', `/api/org/users/${String(id)}`, { role });
  const authorization = basic(login, password);
  const preferences = { theme, language };
  await ask(site, authorization, 'PATCH', '/api/user/preferences', preferences);
  const remove = async (): Promise<void> => {
    await ask(site, administrator, 'DELETE', `/api/admin/users/${String(id)}`);
  };
  return { authorization, remove };
}
