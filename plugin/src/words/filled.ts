/** What stands in the places of a text; React escapes what it draws, so i18next must not. */
export const filled = (values: Readonly<Record<string, string>>) => ({
  ...values,
  interpolation: { escapeValue: false },
});
