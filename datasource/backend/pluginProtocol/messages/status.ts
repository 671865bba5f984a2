import {
  entryField,
  int32Field,
  partsField,
  stringField,
  type Parts,
} from '@gpuscope/datasource/protocol';

export interface RichStatus {
  /** gRPC's status code. */
  readonly code: number;
  readonly message: string;
  readonly errorSource: 'downstream' | 'plugin';
}

const ERROR_INFO = 'type.googleapis.com/google.rpc.ErrorInfo';

/**
 * A google.rpc.Status with an ErrorInfo, in which Grafana looks up whose fault an error was. Field numbers:
 * google/rpc/status.proto and error_details.proto of github.com/googleapis/googleapis.
 */
export function writeStatus({ code, message, errorSource }: RichStatus): Parts {
  const info = textEntry(3, 'errorSource', errorSource);
  return [
    ...int32Field(1, code),
    ...stringField(2, message),
    ...partsField(3, [...stringField(1, ERROR_INFO), ...partsField(2, info)]),
  ];
}

/** One entry of a `map<string, string>`; its value lies where that of a map of messages does. */
const textEntry = (number: number, key: string, value: string): Parts =>
  entryField(number, key, [Buffer.from(value, 'utf8')]);
