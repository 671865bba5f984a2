/** Names to values; a name without a value is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A text with its variables put in, or what could not be. */
export interface Substituted {
  readonly text: string;
  readonly unset: readonly string[];
  /** `${…}` that holds no name. */
  readonly malformed: readonly string[];
}

const VARIABLE = /\$\$\{|\$\{([^}]*)(\}?)/g;

/**
 * Puts the environment into a text: `${NAME}` is the variable's value, `$${` stands for `${`. What is put in is
 * not looked at again. An unset name is reported, an empty one is empty.
 */
export function substitute(text: string, environment: Environment): Substituted {
  const unset: string[] = [];
  const malformed: string[] = [];
  const result = text.replace(
    VARIABLE,
    (written: string, name: string | undefined, end: string) => {
      if (name === undefined) return '${';
      if (end === '' || !/^[A-Za-z_]\w*$/.test(name)) {
        malformed.push(written);
        return written;
      }
      const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
      if (value === undefined) unset.push(name);
      return value ?? written;
    },
  );
  return { text: result, unset, malformed };
}
