// Several servers share two cores with the tests: what takes milliseconds alone can take seconds.
jest.setTimeout(60_000);
