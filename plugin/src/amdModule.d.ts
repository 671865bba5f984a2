/** What an AMD loader tells a module of itself. */
declare module 'amd-module' {
  const itself: { readonly uri?: string };
  export default itself;
}
