/** Asks the server what an act would do to outlines as they are seen here; nothing is stored there. */
import type { ActAnswer } from '../core/acting';
import type { Fetch } from './loading';
import { posting, type Session } from './posting';

export type ActName = 'split' | 'merge' | 'clip' | 'cut-away' | 'snap';
export type Reason = 'unreachable' | 'signed-out' | 'refused';

/** An act that was not done; `words` are the server's own, where it said any. */
export class ActFailed extends Error {
  constructor(
    readonly reason: Reason,
    readonly words: string,
  ) {
    super(`${reason}: ${words}`);
  }
}

interface Asking extends Session {
  readonly ask?: Fetch;
}

const PATIENCE_MS = 20_000;

/** The spaces before and after. Throws ActFailed. */
export async function askAct(
  act: ActName,
  body: object,
  { language, csrf, ask = (a, i) => fetch(a, i) }: Asking,
): Promise<ActAnswer> {
  const init = posting({ language, csrf }, { ...body, preview: true });
  const response = await ask(`/api/acts/${act}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    (error: unknown) => {
      throw new ActFailed('unreachable', error instanceof Error ? error.message : '');
    },
  );
  if (response.status === 200) return (await response.json()) as ActAnswer;
  if (response.status === 401) throw new ActFailed('signed-out', '');
  if (response.status >= 500) throw new ActFailed('unreachable', String(response.status));
  throw new ActFailed('refused', await wordsOf(response));
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly detail: string }[];
}

async function wordsOf(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const told = problem.errors?.map(({ detail }) => detail).join(' ');
  return told ?? problem.detail ?? problem.title ?? String(response.status);
}
