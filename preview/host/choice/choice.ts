/** What a visitor may choose: kept in the browser, or named in the address for one visit. */
export interface Choice {
  readonly theme: Theme;
  readonly language: Language;
  /** The role to look as; absent: the one that the server gives. */
  readonly role?: Role;
}

export type Theme = 'light' | 'dark';
export type Language = 'en-US' | 'zh-Hans';
export type Role = 'Admin' | 'Viewer';

const THEMES: readonly Theme[] = ['light', 'dark'];
const LANGUAGES: readonly Language[] = ['en-US', 'zh-Hans'];
const ROLES: readonly Role[] = ['Admin', 'Viewer'];

/** Where choices are kept between visits: the part of `Storage` that is needed. */
export interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

interface Surroundings {
  /** The address's search, as in `?theme=light`. */
  readonly search: string;
  readonly kept: Kept;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
}

const keyOf = (name: string): string => `gpuscope.preview.${name}`;

const oneOf = <T extends string>(allowed: readonly T[], text: string | null): T | undefined =>
  allowed.find((value) => value === text);

const spoken = (languages: readonly string[]): Language =>
  /^zh\b/i.test(languages[0] ?? '') ? 'zh-Hans' : 'en-US';

/** The address wins over what was kept; what is neither of the allowed words counts as absent. */
export function readChoice({ search, kept, languages }: Surroundings): Choice {
  const address = new URLSearchParams(search);
  const read = <T extends string>(name: string, parameter: string, allowed: readonly T[]) =>
    oneOf(allowed, address.get(parameter)) ?? oneOf(allowed, kept.getItem(keyOf(name)));
  const role = oneOf(ROLES, address.get('role'));
  return {
    theme: read('theme', 'theme', THEMES) ?? 'dark',
    language: read('language', 'lang', LANGUAGES) ?? spoken(languages),
    ...(role === undefined ? {} : { role }),
  };
}

/** Keeps theme and language for the next visit. */
export function keepChoice(kept: Kept, { theme, language }: Omit<Choice, 'role'>): void {
  kept.setItem(keyOf('theme'), theme);
  kept.setItem(keyOf('language'), language);
}

/** The address without what would override a choice that was made since. */
export function withoutChoice(href: string): string {
  const url = new URL(href);
  url.searchParams.delete('theme');
  url.searchParams.delete('lang');
  return url.toString();
}
