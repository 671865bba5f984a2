/** Where the reader has come to. */
export const address = () => ({
  path: window.location.pathname,
  search: new URLSearchParams(window.location.search),
});
