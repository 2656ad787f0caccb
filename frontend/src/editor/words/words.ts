/** The editor's words, Thai and English; each part of the screen brings its own. A word that one language lacks does not
 * compile. */
import * as acts from './acts';
import * as backdrop from './backdrop';
import * as checks from './checks';
import * as compare from './compare';
import { english } from './english';
import * as filter from './filter';
import * as form from './form';
import * as past from './past';
import * as help from './help';
import * as photo from './photo';
import * as review from './review';
import * as rooms from './rooms';
import * as saving from './saving';
import { thai } from './thai';

type Language = 'th' | 'en';

const PARTS = { acts, backdrop, checks, compare, filter, form, past, photo, review, rooms, saving, help };

/** What a part brings: its words in both languages. */
type InLanguage<Parts extends Record<string, { readonly en: unknown }>> = {
  [Name in keyof Parts]: Parts[Name]['en'];
};

export type Base = typeof english;
export type Words = Base & InLanguage<typeof PARTS>;

export function wordsIn(language: Language): Words {
  const parts = Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, part[language]]));
  return { ...(language === 'th' ? thai : english), ...(parts as InLanguage<typeof PARTS>) };
}
