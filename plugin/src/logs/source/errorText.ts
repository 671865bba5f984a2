import { t } from '@grafana/i18n';

interface Failed {
  readonly data?: { readonly message?: unknown };
  readonly message?: unknown;
}

const isText = (text: unknown): text is string => typeof text === 'string' && text !== '';

/** Why something failed, in the words of who refused it. */
export function errorText(error: unknown): string {
  if (isText(error)) return error;
  const { data, message }: Failed = typeof error === 'object' && error !== null ? error : {};
  const said = [data?.message, message].find(isText);
  return said ?? t('logs.silent', 'No reason was given.');
}
