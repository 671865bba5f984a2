/** The version of package.json and plugin.json; a test keeps the three alike. */
export const VERSION = '0.1.0';
