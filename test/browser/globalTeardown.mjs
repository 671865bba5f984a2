const tearDown = async () => {
  const broker = globalThis.gpuscopePreviewBroker;
  globalThis.gpuscopePreviewBroker = undefined;
  await broker?.stop();
};

export default tearDown;
