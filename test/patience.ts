// The tests share two cores with each other and with servers: what takes milliseconds alone can take seconds.
jest.setTimeout(180_000);
