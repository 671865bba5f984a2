const tearDown = () => globalThis.gpuscopeSharedCluster?.stop();

export default tearDown;
