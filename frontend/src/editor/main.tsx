import './editor.css';
import 'ol/ol.css';

import { render } from 'preact';

import { readPageData } from './page-data';
import { Editor } from './panels/Editor';
import { createWorld } from './state/world';

const root = document.getElementById('editor');
if (root) render(<Editor world={createWorld(readPageData(document))} />, root);
