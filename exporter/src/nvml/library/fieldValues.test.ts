import { fakeNative, returns, type FakeFunction } from '../testing/native.js';
import { createCalls } from './calls.js';
import { fieldValueCalls } from './fieldValues.js';
import { success } from './result.js';

/** nvmlFieldValue_t of nvml.h: field, scope, two long longs, type from byte 24, status, value from byte 32. */
const RECORD_BYTES = 40;

interface Field {
  readonly returned?: number;
  readonly type?: number;
  readonly write?: (value: Buffer) => void;
}

const driver =
  (answer: (field: number, scope: number) => Field): FakeFunction =>
  (_device, count, values) => {
    for (let index = 0; index < Number(count); index++) {
      const record = (values as Buffer).subarray(index * RECORD_BYTES);
      const {
        returned = 0,
        type = 1,
        write,
      } = answer(record.readUInt32LE(0), record.readUInt32LE(4));
      record.writeUInt32LE(type, 24);
      record.writeInt32LE(returned, 28);
      write?.(record.subarray(32, 40));
    }
    return 0;
  };

const ask = (call: FakeFunction) =>
  fieldValueCalls(createCalls(fakeNative({ nvmlDeviceGetFieldValues: call }))).fieldValues;

const query = (field: number, scope = 0) => ({ field, scope });

describe('field values', () => {
  it.each<[string, number, (value: Buffer) => void, number]>([
    ['double', 0, (value) => value.writeDoubleLE(0.25), 0.25],
    ['unsigned int', 1, (value) => value.writeUInt32LE(4_000_000_000), 4_000_000_000],
    ['unsigned long', 2, (value) => value.writeBigUInt64LE(5_000_000_000n), 5_000_000_000],
    ['unsigned long long', 3, (value) => value.writeBigUInt64LE(1n << 40n), 2 ** 40],
    ['long long', 4, (value) => value.writeBigInt64LE(-5n), -5],
    ['int', 5, (value) => value.writeInt32LE(-40), -40],
    ['unsigned short', 6, (value) => value.writeUInt16LE(65_000), 65_000],
  ])('are read as the driver says: %s', (_, type, write, expected) => {
    const fieldValues = ask(driver(() => ({ type, write })));
    expect(fieldValues(1n, [query(82)])).toEqual(success([success(expected)]));
  });

  it('are answered one by one, in their order and with their scope', () => {
    const fieldValues = ask(
      driver((field, scope) => ({
        returned: field === 2 ? 3 : 0,
        write: (value) => value.writeUInt32LE(field * 100 + scope),
      })),
    );
    expect(fieldValues(1n, [query(1, 7), query(2), query(3, 9)])).toMatchObject({
      value: [
        { ok: true, value: 107 },
        { ok: false, code: 'NVML_ERROR_NOT_SUPPORTED' },
        { ok: true, value: 309 },
      ],
    });
  });

  it('come in any number', () => {
    const fieldValues = ask(driver((field) => ({ write: (value) => value.writeUInt32LE(field) })));
    const many = Array.from({ length: 100 }, (_, index) => index);
    const answers = fieldValues(
      1n,
      many.map((field) => query(field)),
    );
    expect(answers).toEqual(success(many.map((field) => success(field))));
    expect(fieldValues(1n, [query(5)])).toEqual(success([success(5)]));
  });

  it('do not keep what an earlier question was answered', () => {
    let isFirst = true;
    const fieldValues = ask(
      driver(() => {
        const answer = isFirst
          ? { write: (value: Buffer) => value.writeUInt32LE(9) }
          : { returned: 3 };
        isFirst = false;
        return answer;
      }),
    );
    fieldValues(1n, [query(1)]);
    expect(fieldValues(1n, [query(1)])).toMatchObject({ value: [{ ok: false }] });
  });

  it('are none where the type is not known or no value is available', () => {
    const strange = ask(driver(() => ({ type: 99 })));
    expect(strange(1n, [query(1)])).toMatchObject({ value: [{ ok: false, kind: 'absent' }] });
    const blank = ask(driver(() => ({ write: (value) => value.fill(0xff) })));
    expect(blank(1n, [query(1)])).toMatchObject({ value: [{ ok: false, kind: 'absent' }] });
  });

  it('fail as a whole when the call does', () => {
    expect(ask(returns(15))(1n, [query(1)])).toMatchObject({ ok: false, kind: 'lost' });
  });
});
