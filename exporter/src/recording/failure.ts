import type { ErrorCode } from '@gpuscope/aggregation';
import { ERROR_ORIGINS, GpuscopeError } from '@gpuscope/aggregation';

const isCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_ORIGINS, code);

/** What a source or holder source failed with when it was recorded; a code of another version is told as INTERNAL. */
export function failureOf(file: string, name: string, code: string): GpuscopeError {
  return new GpuscopeError(
    isCode(code) ? code : 'INTERNAL',
    `${file}: ${name} did not answer when this was recorded (${code})`,
  );
}
