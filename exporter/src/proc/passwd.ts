/** What /etc/passwd or another source of users says of one. */
export interface PasswdEntry {
  readonly name: string;
  /** Primary group. */
  readonly gid: number;
}

/** Longer names are no names; what shows them is bounded. */
const LONGEST = 256;

const ID = /^\d{1,10}$/;

/** `name:password:id:…`, or undefined for a line that is none: a comment, or NIS's `+` and `-`. */
function fieldsOf(line: string): { name: string; id: number; rest: string[] } | undefined {
  const [name = '', , id = '', ...rest] = line.split(':');
  if (name === '' || name.length > LONGEST || /^[+#-]/.test(name) || !ID.test(id)) return undefined;
  return { name, id: Number(id), rest };
}

/** Users by id, from the text of /etc/passwd or of getent; the first of an id counts, as it does for the system. */
export function parsePasswd(text: string): Map<number, PasswdEntry> {
  const users = new Map<number, PasswdEntry>();
  for (const line of text.split('\n')) {
    const fields = fieldsOf(line);
    const gid = fields?.rest[0] ?? '';
    if (fields === undefined || users.has(fields.id) || !ID.test(gid)) continue;
    users.set(fields.id, { name: fields.name, gid: Number(gid) });
  }
  return users;
}

/** Names of groups by id, likewise. */
export function parseGroup(text: string): Map<number, string> {
  const groups = new Map<number, string>();
  for (const line of text.split('\n')) {
    const fields = fieldsOf(line);
    if (fields !== undefined && !groups.has(fields.id)) groups.set(fields.id, fields.name);
  }
  return groups;
}
