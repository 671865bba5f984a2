import { libraryPlaces } from './places.js';

describe('libraryPlaces', () => {
  it('asks the loader first', () => {
    expect(libraryPlaces('x64')[0]).toBe('libnvidia-ml.so.1');
  });

  it.each([
    ['x64', 'x86_64-linux-gnu'],
    ['arm64', 'aarch64-linux-gnu'],
  ])('looks on %s where Debian and the driver container put it', (arch, triplet) => {
    const places = libraryPlaces(arch);
    expect(places).toContain(`/usr/lib/${triplet}/libnvidia-ml.so.1`);
    expect(places).toContain(`/run/nvidia/driver/usr/lib/${triplet}/libnvidia-ml.so.1`);
    expect(places).toContain('/usr/lib64/libnvidia-ml.so.1');
  });

  it('names no folder of another processor', () => {
    expect(libraryPlaces('arm64').join()).not.toContain('x86_64');
    expect(libraryPlaces('riscv64').join()).not.toMatch(/x86_64|aarch64|undefined/);
  });

  it('looks on the host before it looks into a driver container', () => {
    const places = libraryPlaces('x64');
    expect(places.indexOf('/usr/lib64/libnvidia-ml.so.1')).toBeLessThan(
      places.indexOf('/run/nvidia/driver/usr/lib64/libnvidia-ml.so.1'),
    );
  });
});
