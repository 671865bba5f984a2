/** JSON text of a value in which there may be bigints: those that a number holds exactly become one, others text. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'bigint') return part;
    const number = Number(part);
    return Number.isSafeInteger(number) ? number : part.toString();
  });
}
