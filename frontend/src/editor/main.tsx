import './editor.css';
import 'ol/ol.css';

import { render } from 'preact';

import { readPageData } from './page-data';
import { Editor } from './panels/Editor';
import { createWorld } from './state/world';
import { wordsIn } from './words/words';

const root = document.getElementById('editor');
if (root) void show(root);

async function show(there: HTMLElement): Promise<void> {
  const page = readPageData(document);
  render(<Editor world={createWorld(page, await wordsIn(page.language))} />, there);
}
