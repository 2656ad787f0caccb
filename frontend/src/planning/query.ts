/** The form as the browser would send it. */
export function queryOf(form: HTMLFormElement): string {
  const pairs = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : '',
  ]);
  return new URLSearchParams(pairs).toString();
}
