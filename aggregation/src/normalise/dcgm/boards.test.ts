import { parseExposition } from '../../exposition/index.js';
import { normaliseDcgm } from './normaliseDcgm.js';

const row = (labels: string) => `DCGM_FI_DEV_POWER_USAGE{${labels}} 90\n`;
const boards = (...labels: string[]) =>
  normaliseDcgm(parseExposition(labels.map(row).join(''))).boards;

describe('boards', () => {
  it('stand in the order of their index as a number', () => {
    const found = boards('gpu="10",UUID="GPU-a"', 'gpu="9",UUID="GPU-b"', 'gpu="0",UUID="GPU-c"');
    expect(found.map(({ gpu }) => gpu)).toEqual(['0', '9', '10']);
  });

  it('are told by their uuid, not their index', () => {
    expect(boards('gpu="0",UUID="GPU-a"', 'gpu="0",UUID="GPU-b"')).toHaveLength(2);
  });

  it('are put together from what single rows state', () => {
    const [board, ...others] = boards(
      'gpu="3",UUID="GPU-a",modelName="NVIDIA L4"',
      'gpu="3",UUID="GPU-a",device="nvidia3",pci_bus_id="00000000:41:00.0"',
      'gpu="3",UUID="GPU-a",DCGM_FI_SYSTEM_DRIVER_VERSION="580.82.07"',
    );
    expect(others).toEqual([]);
    expect(board).toEqual({
      uuid: 'GPU-a',
      gpu: '3',
      model: 'NVIDIA L4',
      pciBusId: '00000000:41:00.0',
      driverVersion: '580.82.07',
      minor: '3',
      instances: [],
    });
  });

  it('have no minor number where the source tells none', () => {
    expect(boards('gpu="0",UUID="GPU-a"')[0]).not.toHaveProperty('minor');
  });

  it('take the driver’s version from its own metric too', () => {
    const text = 'DCGM_FI_DRIVER_VERSION{gpu="0",UUID="GPU-a",DCGM_FI_DRIVER_VERSION="550.1"} 1\n';
    const telemetry = normaliseDcgm(parseExposition(text));
    expect(telemetry.boards[0]?.driverVersion).toBe('550.1');
    expect([...telemetry.fields]).toEqual(['DRIVER_VERSION']);
    expect([telemetry.readings, telemetry.drops]).toEqual([[], []]);
  });
});

describe('instances', () => {
  it('stand in the order of their id as a number, each once', () => {
    const [board] = boards(
      'gpu="0",UUID="GPU-a",GPU_I_PROFILE="1g.5gb",GPU_I_ID="13"',
      'gpu="0",UUID="GPU-a",GPU_I_PROFILE="3g.20gb",GPU_I_ID="2"',
      'gpu="0",UUID="GPU-a",GPU_I_PROFILE="1g.5gb",GPU_I_ID="13",pod="p"',
    );
    expect(board?.instances).toEqual([
      { gpuInstance: '2', migProfile: '3g.20gb' },
      { gpuInstance: '13', migProfile: '1g.5gb' },
    ]);
  });

  it('do not double where a row without an id tells an instance’s uuid', () => {
    const [board] = boards(
      'gpu="0",UUID="GPU-a",GPU_I_PROFILE="1g.5gb",GPU_I_ID="7"',
      'gpu="0",UUID="GPU-a",dra_mig_device_uuid="MIG-x",dra_mig_profile="1g.5gb"',
    );
    expect(board?.instances).toEqual([{ gpuInstance: '7', migProfile: '1g.5gb' }]);
  });

  it('on one board leave the others whole', () => {
    const found = boards(
      'gpu="0",UUID="GPU-a",GPU_I_PROFILE="1g.5gb",GPU_I_ID="7"',
      'gpu="1",UUID="GPU-b"',
    );
    expect(found.map(({ instances }) => instances.length)).toEqual([1, 0]);
  });
});
