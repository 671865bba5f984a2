/** Which sources the app asks, whether they answer, and how pods get their names. For admins. */
export function ConfigurationPage() {
  return <div />;
}
