import { bufferAt, fakeNative, returns, type FakeFunction } from '../testing/native.js';
import { createCalls } from './calls.js';
import { success } from './result.js';
import { textCalls } from './texts.js';

const texts = (functions: Record<string, FakeFunction>) =>
  textCalls(createCalls(fakeNative(functions)));

/** Writes C text, and what a driver may leave behind it. */
const writesText =
  (text: string, argument = 1): FakeFunction =>
  (...args) => {
    bufferAt(args, argument).write(`${text}\0left over`, 'utf8');
    return 0;
  };

describe('text of the driver', () => {
  it('ends where C ends it', () => {
    const { text, driverVersion } = texts({
      nvmlDeviceGetName: writesText('NVIDIA A100-SXM4-40GB'),
      nvmlSystemGetDriverVersion: writesText('550.54.15', 0),
    });
    expect(text('nvmlDeviceGetName', 1n)).toEqual(success('NVIDIA A100-SXM4-40GB'));
    expect(driverVersion()).toEqual(success('550.54.15'));
  });

  it('says how much room there is', () => {
    const lengths: unknown[] = [];
    const { text } = texts({
      nvmlDeviceGetUUID: (...args) => {
        lengths.push(bufferAt(args, 1).length, args[2]);
        return writesText('GPU-1')(...args);
      },
    });
    text('nvmlDeviceGetUUID', 1n);
    expect(lengths[0]).toBe(lengths[1]);
  });

  it('does not mix up what is asked in turn', () => {
    const { text } = texts({
      nvmlDeviceGetName: writesText('a long name'),
      nvmlDeviceGetUUID: (...args) => {
        bufferAt(args, 1).write('GPU', 'utf8');
        return 0;
      },
    });
    text('nvmlDeviceGetName', 1n);
    expect(text('nvmlDeviceGetUUID', 1n)).toEqual(success('GPU'));
  });

  it('takes empty text for none', () => {
    expect(texts({ nvmlDeviceGetName: returns(0) }).text('nvmlDeviceGetName', 1n)).toMatchObject({
      ok: false,
      kind: 'absent',
    });
  });

  it('hands on why there is none', () => {
    const { text } = texts({ nvmlDeviceGetUUID: returns(15) });
    expect(text('nvmlDeviceGetUUID', 1n)).toMatchObject({ code: 'NVML_ERROR_GPU_IS_LOST' });
  });
});

describe('the PCI address', () => {
  // nvmlPciInfo_t of nvml.h: short text in the first 16 bytes, five numbers, long text from byte 36.
  const newer: FakeFunction = (...args) => {
    const info = bufferAt(args, 1);
    info.write('0000:41:00.0\0', 0);
    info.write('00000000:41:00.0\0', 36);
    return 0;
  };
  const older: FakeFunction = (...args) => {
    bufferAt(args, 1).write('0000:41:00.0\0', 0);
    return 0;
  };

  it('is the long form of newer drivers', () => {
    expect(texts({ nvmlDeviceGetPciInfo_v3: newer }).pciBusId(1n)).toEqual(
      success('00000000:41:00.0'),
    );
  });

  it.each(['nvmlDeviceGetPciInfo_v2', 'nvmlDeviceGetPciInfo'])(
    'is made long where only %s is there',
    (symbol) => {
      expect(texts({ [symbol]: older }).pciBusId(1n)).toEqual(success('00000000:41:00.0'));
    },
  );

  it('is not asked for again of a lost device', () => {
    const { pciBusId } = texts({
      nvmlDeviceGetPciInfo_v3: returns(15),
      nvmlDeviceGetPciInfo_v2: older,
    });
    expect(pciBusId(1n)).toMatchObject({ code: 'NVML_ERROR_GPU_IS_LOST' });
  });
});
