/**
 * The API as its own OpenAPI document types it (`npm run api` writes `schema.d.ts`). What is no success is thrown: the
 * server's refusal as `ApiProblem`, no answer at all as `Unreachable`.
 */
import createClient, { type Client } from 'openapi-fetch';

import type { components, paths } from './schema';

export type Api = Client<paths, 'application/json'>;
export type Schemas = components['schemas'];
export type Kind = Schemas['Change']['collection'];

/** What RFC 9457 says of a refusal, and what the refusal itself adds. */
export interface ProblemDocument {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly [member: string]: unknown;
}

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly document: ProblemDocument,
  ) {
    super(document.detail ?? document.title ?? String(status));
  }

  /** The last part of its type, such as `proposal-conflicts`. */
  get code(): string {
    return this.document.type?.split('/').at(-1) ?? '';
  }

  /** Its words in the reader's language, with those of each single fault. */
  get words(): string {
    return [this.message, ...(this.document.errors ?? []).map(({ detail }) => detail)].join(' ');
  }
}

export class Unreachable extends Error {}

export interface Asking {
  readonly language: string;
  /** The token of this session for writes; a new log-in brings a new one. */
  readonly csrf: () => string;
  /** Where the API is; on the site's pages its path is enough. */
  readonly address?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

export function createApi({
  language,
  csrf,
  address = '/api',
  fetch: ask = (request) => fetch(request),
}: Asking): Api {
  const api = createClient<paths, 'application/json'>({ baseUrl: address, fetch: ask });
  api.use({
    onRequest: ({ request }) => {
      request.headers.set('Accept-Language', language);
      if (request.method !== 'GET') request.headers.set('X-CSRFToken', csrf());
      return request;
    },
    onResponse: async ({ response }) => {
      if (!response.ok) throw new ApiProblem(response.status, await documentOf(response));
    },
    onError: ({ error }) => new Unreachable('nobody answers', { cause: error }),
  });
  return api;
}

async function documentOf(response: Response): Promise<ProblemDocument> {
  const found: unknown = await response.json().catch(() => null);
  return found !== null && typeof found === 'object' ? { ...found } : {};
}

/** The data of an answer. Throws ApiProblem, Unreachable. */
export async function given<T>(asked: Promise<{ data?: T }>): Promise<T> {
  const { data } = await asked;
  if (data === undefined) throw new ApiProblem(204, { title: 'an answer without data' });
  return data;
}
