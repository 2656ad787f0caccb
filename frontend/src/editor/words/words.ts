/** The editor's words, in one of two languages; only that one is fetched. */
import type { english } from './english';

export type Words = typeof english;

export async function wordsIn(language: 'th' | 'en'): Promise<Words> {
  return language === 'th' ? (await import('./thai')).thai : (await import('./english')).english;
}
