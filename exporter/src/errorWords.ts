/** The `code` of a Node error (ECONNREFUSED, ENOENT, …), or the empty string. */
export function codeOf(error: unknown): string {
  const { code } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** What an error says, whatever was thrown. */
export function wordsOf(error: unknown): string {
  const { message } = (typeof error === 'object' && error !== null ? error : {}) as {
    message?: unknown;
  };
  return typeof message === 'string' ? message : String(error);
}

/** Why a file can't be had, in one word (`ENOENT`) where there is one: what names the file stands beside it already. */
export const reasonOf = (error: unknown): string => codeOf(error) || wordsOf(error);
