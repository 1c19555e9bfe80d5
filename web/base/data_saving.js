// Whether the visitor asked for little data, by the browser's setting or the system's.
export function saves_data() {
  const connection =
    'connection' in navigator ? /** @type {{ saveData?: boolean }} */ (navigator.connection) : undefined;
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
