/** One Debian package that is known to work, by the archive's own version and checksum. */
export interface DebianPin {
  readonly version: string;
  /** Debian's name of the architecture. */
  readonly architecture: string;
  readonly sha256: string;
}

/** From the signed package lists of deb.debian.org; in the order in which they are tried. */
export const prometheusPins: readonly DebianPin[] = [
  {
    version: '2.42.0+ds-5+deb12u1',
    architecture: 'amd64',
    sha256: '81d59a24fce84f7fbe97a45a4f2914b6a5881b5cd1db2a6a0e129e515e1a5f55',
  },
  {
    version: '2.42.0+ds-5+deb12u1',
    architecture: 'arm64',
    sha256: 'ca131aa102390083398afbc80be9c8dd1dda78f9f92154fc00df8f7f1f4556e9',
  },
  {
    version: '2.53.3+ds1-2',
    architecture: 'amd64',
    sha256: '58c3e6a86c56cb3bfd71032fa48d65945d526441a212f5815dfe5ed9cb787ecc',
  },
  {
    version: '2.53.3+ds1-2',
    architecture: 'arm64',
    sha256: '59b459dee0ceef9c645a98166ea00f0d10946391a5d486505360e2d21cd1ddec',
  },
];
