/** The Thai words: each part of the screen brings its own. A word that is lacking does not compile. */
import { acts } from './thai/acts';
import { backdrop } from './thai/backdrop';
import { base } from './thai/base';
import { checks } from './thai/checks';
import { compare } from './thai/compare';
import { filter } from './thai/filter';
import { form } from './thai/form';
import { help } from './thai/help';
import { past } from './thai/past';
import { photo } from './thai/photo';
import { review } from './thai/review';
import { rooms } from './thai/rooms';
import { saving } from './thai/saving';
import type { Words } from './words';

export const thai: Words = {
  ...base,
  acts,
  backdrop,
  checks,
  compare,
  filter,
  form,
  help,
  past,
  photo,
  review,
  rooms,
  saving,
};
