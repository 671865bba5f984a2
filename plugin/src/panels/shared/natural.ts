const collator = new Intl.Collator('en', { numeric: true });

/** Order in which people count: node-2 before node-10. */
export const byNature = (a: string, b: string): number => collator.compare(a, b);
