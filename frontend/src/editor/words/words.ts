/** The editor's words, Thai and English. A word that one language lacks does not compile. */
import { english } from './english';
import { thai } from './thai';

export type Words = typeof english;

export function wordsIn(language: 'th' | 'en'): Words {
  return language === 'th' ? thai : english;
}
