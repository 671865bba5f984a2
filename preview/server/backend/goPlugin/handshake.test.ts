import { readHandshake } from './handshake.js';

describe('readHandshake', () => {
  it.each([
    ['1|2|unix|/tmp/a b/s|grpc|', 'unix:/tmp/a b/s'],
    ['1|2|unix|/tmp/s|grpc||false\n', 'unix:/tmp/s'],
    ['1|2|tcp|127.0.0.1:1234|grpc', '127.0.0.1:1234'],
  ])('reads where %j listens', (line, address) => {
    expect(readHandshake(line)).toBe(address);
  });

  it.each([
    ['hello', 'begins with 1|2'],
    ['1|3|unix|/tmp/s|grpc|', 'begins with 1|2'],
    ['2|2|unix|/tmp/s|grpc|', 'begins with 1|2'],
    ['1|2|unix|/tmp/s|netrpc|', 'no gRPC'],
    ['1|2|unix||grpc|', 'no address'],
    ['1|2|pipe|x|grpc|', 'neither unix nor tcp'],
  ])('refuses %j, and says why', (line, why) => {
    expect(() => readHandshake(line)).toThrow(JSON.stringify(line));
    expect(() => readHandshake(line)).toThrow(why);
  });
});
