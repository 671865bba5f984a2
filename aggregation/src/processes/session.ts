/** Where users' sessions and their own units live. */
export interface UserGroup {
  /** Whose session or manager it is, by systemd's word; absent where the path does not tell. */
  readonly uid?: number;
}

const SLICE = /^user-(\d{1,10})\.slice$/;
const MANAGER = /^user@(\d{1,10})\.service$/;
const SESSION = /^session-[^/]+\.scope$/;

/** `user` is made by pam_cgfs on machines without systemd's sessions; what lies below it is the user's. */
const ROOTS: ReadonlySet<string> = new Set(['user.slice', 'user']);

const owner = (part: string): string | undefined => (SLICE.exec(part) ?? MANAGER.exec(part))?.[1];

/** The user's part of the tree that `parts` begin with. Whatever is below may be named by the user. */
export function userAt([first = '', second = '']: readonly string[]): UserGroup | undefined {
  const uid = owner(first) ?? (first === 'user.slice' ? owner(second) : undefined);
  if (uid !== undefined) return { uid: Number(uid) };
  return ROOTS.has(first) || SESSION.test(first) ? {} : undefined;
}
