/** What do the pods of this app say? */
export function LogsPage() {
  return <div />;
}
