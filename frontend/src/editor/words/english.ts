/** The English words: each part of the screen brings its own. */
import { acts } from './english/acts';
import { backdrop } from './english/backdrop';
import { base } from './english/base';
import { checks } from './english/checks';
import { compare } from './english/compare';
import { filter } from './english/filter';
import { form } from './english/form';
import { help } from './english/help';
import { past } from './english/past';
import { photo } from './english/photo';
import { review } from './english/review';
import { rooms } from './english/rooms';
import { saving } from './english/saving';

export const english = {
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
