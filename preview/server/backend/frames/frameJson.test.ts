import {
  Binary,
  Bool,
  Field,
  Float32,
  Float64,
  Int8,
  Int64,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  TimestampMillisecond,
  TimestampNanosecond,
  Uint64,
  Utf8,
  vectorFromArray,
  makeData,
  type Data,
  type DataType,
  type Vector,
} from 'apache-arrow';
import fc from 'fast-check';
import { frameJson } from './frameJson.js';

interface Made {
  readonly name?: string;
  readonly vector: Vector;
  readonly nullable?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A file with one batch, as plugins write it; columns may have the same name. */
function fileOf(columns: readonly Made[], metadata: Readonly<Record<string, string>> = {}) {
  const fields = columns.map(
    ({ name = 'c', vector, nullable = false, metadata: own = {} }) =>
      new Field(name, vector.type as DataType, nullable, new Map(Object.entries(own))),
  );
  const schema = new Schema(fields, new Map(Object.entries(metadata)));
  const data = makeData({
    type: new Struct(fields),
    length: columns[0]?.vector.length ?? 0,
    nullCount: 0,
    children: columns.flatMap(({ vector }): readonly Data[] => vector.data as readonly Data[]),
  });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), 'file');
}

const columnOf = (vector: Vector, nullable = false) => {
  const { schema, data } = frameJson(fileOf([{ vector, nullable }]));
  return { ...schema.fields[0], values: data.values[0], data };
};

describe('frameJson', () => {
  it.each([
    ['int8', 'number', vectorFromArray([1, -2], new Int8()), [1, -2]],
    ['int64', 'number', vectorFromArray([1n, -(2n ** 53n - 1n)], new Int64()), [1, -(2 ** 53 - 1)]],
    ['uint64', 'number', vectorFromArray([0n, 7n], new Uint64()), [0, 7]],
    ['float32', 'number', vectorFromArray([0.5, -1], new Float32()), [0.5, -1]],
    ['float64', 'number', vectorFromArray([0.1, 1e300], new Float64()), [0.1, 1e300]],
    ['string', 'string', vectorFromArray(['', '显存 👍'], new Utf8()), ['', '显存 👍']],
    ['bool', 'boolean', vectorFromArray([true, false], new Bool()), [true, false]],
    [
      'json.RawMessage',
      'other',
      vectorFromArray([Buffer.from('{"a":[1,null]}'), Buffer.from('null')], new Binary()),
      [{ a: [1, null] }, null],
    ],
  ])('reads columns of %s', (frame, type, vector, values) => {
    const { data, ...found } = columnOf(vector);
    expect(found).toEqual({ name: 'c', type, typeInfo: { frame }, values });
    expect(Object.keys(data)).toEqual(['values']);
  });

  it('says which columns may have gaps, and leaves the gaps', () => {
    const { values, typeInfo } = columnOf(vectorFromArray(['a', null], new Utf8()), true);
    expect(values).toEqual(['a', null]);
    expect(typeInfo).toEqual({ frame: 'string', nullable: true });
  });

  it('keeps what JSON has no number for by its row', () => {
    const { values, data } = columnOf(
      vectorFromArray([NaN, 1, Infinity, null, -Infinity, NaN], new Float64()),
      true,
    );
    expect(values).toEqual([null, 1, null, null, null, null]);
    expect(data.entities).toEqual([{ NaN: [0, 5], Inf: [2], NegInf: [4] }]);
  });

  it('keeps times to the nanosecond, also before 1970', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), { minLength: 1, maxLength: 9 }),
        (times) => {
          const data = makeData({
            type: new TimestampNanosecond(),
            length: times.length,
            data: BigInt64Array.from(times),
          });
          const vector = vectorFromArray([0n], new Int64());
          const column = { ...vector, type: data.type, length: times.length, data: [data] };
          const found = frameJson(fileOf([{ vector: column as unknown as Vector }])).data;
          const read = times.map((_, row) => {
            const ms = BigInt((found.values[0]?.[row] ?? 0) as number);
            const rest = found.nanos?.[0]?.[row] ?? 0;
            expect(rest).toBeGreaterThanOrEqual(0);
            expect(rest).toBeLessThan(1_000_000);
            return ms * 1_000_000n + BigInt(rest);
          });
          expect(read).toEqual(times);
        },
      ),
    );
  });

  it('keeps names, labels, settings and what is said of the whole', () => {
    const vector = vectorFromArray([1], new Float64());
    const { schema } = frameJson(
      fileOf(
        [
          { name: 'v', vector, metadata: { labels: '{"app":"a"}', config: '{"unit":"s"}' } },
          { name: 'v', vector, metadata: { labels: '{"app":"b"}' } },
          { name: '', vector },
        ],
        { name: '各种', refId: 'A', meta: '{"type":"numeric-multi"}' },
      ),
    );
    const typeInfo = { frame: 'float64' };
    expect(schema).toEqual({
      name: '各种',
      refId: 'A',
      meta: { type: 'numeric-multi' },
      fields: [
        { name: 'v', type: 'number', typeInfo, labels: { app: 'a' }, config: { unit: 's' } },
        { name: 'v', type: 'number', typeInfo, labels: { app: 'b' } },
        { type: 'number', typeInfo },
      ],
    });
  });

  it('names a column of a kind that frames can not have', () => {
    const vector = vectorFromArray([1], new TimestampMillisecond());
    expect(() => frameJson(fileOf([{ name: 'odd', vector }]))).toThrow('"odd"');
  });

  it('throws where there is no file', () => {
    expect(() => frameJson(Buffer.from('{}'))).toThrow();
  });
});
