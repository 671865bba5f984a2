import type { Calls } from './calls.js';
import type { NvmlLibrary } from './library.js';
import { errorOf, SUCCESS, success } from './result.js';
import { answer, readValue } from './values.js';

/** nvmlFieldValue_t */
const RECORD = { bytes: 40, field: 0, scope: 4, type: 24, returned: 28, value: 32 };

/** nvmlDeviceGetFieldValues. */
export function fieldValueCalls({ call }: Calls): Pick<NvmlLibrary, 'fieldValues'> {
  let records = Buffer.alloc(16 * RECORD.bytes);
  return {
    fieldValues(device, queries) {
      const bytes = queries.length * RECORD.bytes;
      if (bytes > records.length) records = Buffer.alloc(bytes);
      records.fill(0);
      queries.forEach(({ field, scope }, index) => {
        records.writeUInt32LE(field, index * RECORD.bytes + RECORD.field);
        records.writeUInt32LE(scope, index * RECORD.bytes + RECORD.scope);
      });
      const returned = call('nvmlDeviceGetFieldValues', device, queries.length, records);
      if (returned !== SUCCESS) return errorOf(returned);
      return success(
        queries.map((_, index) => {
          const at = index * RECORD.bytes;
          return answer(records.readInt32LE(at + RECORD.returned), () =>
            readValue(records, at + RECORD.value, records.readUInt32LE(at + RECORD.type)),
          );
        }),
      );
    },
  };
}
