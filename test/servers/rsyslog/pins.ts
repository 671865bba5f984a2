import type { DebianPin } from '../pins.js';

const amd64 = (version: string, sha256: string): DebianPin => ({
  version,
  architecture: 'amd64',
  sha256,
});

/** rsyslog, its modules, and the libraries that are rarely there without it; sums from Debian's signed lists. */
export const rsyslogPins: Readonly<Record<string, readonly DebianPin[]>> = {
  rsyslog: [
    amd64('8.2302.0-1+deb12u2', '68ae71297d548a77fa75ab99f6d0222bb21dfe5acf30bdaf1bd7cb6ee88b7a96'),
  ],
  'rsyslog-elasticsearch': [
    amd64('8.2302.0-1+deb12u2', '373a36d4f9986d5e73a3ece5974fb3f57d29f90494ef8b4b5e03bf0c2c992865'),
  ],
  'rsyslog-kubernetes': [
    amd64('8.2302.0-1+deb12u2', '69da3a94e687b4e81a94898fcf2babf757429cbee01885b3a76a4e6dcc81ed46'),
  ],
  libestr0: [amd64('0.1.11-1', '3f6e2aa4baa98be02db4ade424c5e2c6a87f8ee1103cafd6a5ab4df4835d7015')],
  libfastjson4: [
    amd64('1.2304.0-1', '62aff2ca7d0fdee225e1c166f86c88910e5593a838cc87bbb9f5552f4222e487'),
  ],
  liblognorm5: [
    amd64('2.0.6-4', '358b2dba934e8f76654778b34f8049a079dd321b2955fe88102d535d9069dbc0'),
  ],
};
