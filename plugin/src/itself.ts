/**
 * What the AMD loader tells this bundle of itself: the address that its module was loaded from. Stands for the loader's
 * own dependency `module`, which the bundler puts in its place; without a loader there is none.
 */
export const uri: string | undefined = undefined;
