import { inReadersWords } from './inLanguage.js';
import { readSaid, readSaidList } from './readSaid.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A resource's answer with its notices in the reader's language. */
export function answerWords<T>(answer: T): T {
  if (!isObject(answer) || !Array.isArray(answer.notices)) return answer;
  const words = new Map(readSaidList(answer.said).map((one) => [one.text, inReadersWords(one)]));
  const notices = answer.notices.map((text: unknown) =>
    typeof text === 'string' ? (words.get(text) ?? text) : text,
  );
  return { ...answer, notices };
}

/** What a resource call failed with, its message in the reader's language. */
export function failureWords(error: unknown): unknown {
  const data = isObject(error) ? error.data : undefined;
  const said = isObject(data) ? readSaid(data.said) : undefined;
  if (!isObject(error) || !isObject(data) || said === undefined) return error;
  return { ...error, data: { ...data, message: inReadersWords(said) } };
}
