const NAME = 'libnvidia-ml.so.1';

const MULTIARCH: Readonly<Record<string, string>> = {
  x64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
};

/**
 * Where the driver's library lies, in the order to try: by the loader's own path first; then where distributions, the
 * driver container of the GPU operator, GKE, other clouds' images and WSL put it.
 *
 * @param arch as in process.arch
 */
export function libraryPlaces(arch: string): string[] {
  const triplet = MULTIARCH[arch];
  const system = [...(triplet === undefined ? [] : [`/usr/lib/${triplet}`]), '/usr/lib64'];
  const folders = [
    ...system,
    '/usr/lib',
    ...system.map((folder) => `/run/nvidia/driver${folder}`),
    '/usr/local/nvidia/lib64',
    '/home/kubernetes/bin/nvidia/lib64',
    '/usr/lib/wsl/lib',
  ];
  return [NAME, ...folders.map((folder) => `${folder}/${NAME}`)];
}
