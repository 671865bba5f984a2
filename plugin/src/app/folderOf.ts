/** The folder of an address, with its last slash; undefined without an address. */
export function folderOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const [path = ''] = address.split(/[?#]/);
  return path.slice(0, path.lastIndexOf('/') + 1) || undefined;
}
