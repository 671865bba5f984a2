const tearDown = async () => {
  const broker = globalThis.gpuscopeStoreBroker;
  globalThis.gpuscopeStoreBroker = undefined;
  await broker?.stop();
};

export default tearDown;
