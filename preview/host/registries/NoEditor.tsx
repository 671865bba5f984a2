/** Stands where Grafana would show the editor of a setting; the preview edits none. */
export const NoEditor = (): null => null;
