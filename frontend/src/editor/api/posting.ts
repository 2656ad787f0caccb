/** What every write to the API carries: JSON, the reader's language, the token of the session. */
import type { World } from '../state/world';

export interface Session {
  readonly language: string;
  /** The token against forged requests; a new log-in brings a new one. */
  readonly csrf: string;
}

export function sessionOf({ page, csrf }: World): Session {
  return { language: page.language, csrf: csrf.value };
}

export function posting(
  { language, csrf }: Session,
  body: object,
  more: Readonly<Record<string, string>> = {},
): RequestInit {
  const headers = {
    'Content-Type': 'application/json',
    'Accept-Language': language,
    'X-CSRFToken': csrf,
    ...more,
  };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}
