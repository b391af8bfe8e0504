// What the page does before there is a component, and what Python's events call.
import { kept } from './mix/kept.js';
import { edits } from './shell/edits.js';
import { holdHeights } from './shell/heights.js';
import { mountComponent } from './shell/mount.js';
import { watchRequests } from './shell/refusals.js';

window.kokoroMount = mountComponent;
window.kokoroEdits = edits;
window.kokoroKept = kept;
watchRequests();
holdHeights();
