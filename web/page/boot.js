// Brings the printed page to life. Each behaviour starts by itself: where one fails, the page has only that one less.
import { start_consent } from './consent.js';
import { start_visit_count } from './visit_count.js';
import { start_filter } from './filter.js';
import { start_form_loader } from './form_loader.js';
import { start_lightbox_loader } from './lightbox_loader.js';
import { start_menu } from './menu.js';
import { start_navigation } from '../navigation/navigation.js';
import { start_painted_loader } from './painted_loader.js';
import { start_picture_retry } from './picture_retry.js';
import { start_quick_exit } from './quick_exit.js';
import { start_picture_placeholders } from './picture_placeholders.js';
import { start_theme } from './theme.js';
import { start_view_switch } from './view_switch.js';

// Where a host's policy refuses the script in the head (docs/deploying.md), it is only later that controls show.
document.documentElement.classList.add('script');

const behaviours = [
  start_quick_exit, // first: the one that must not wait
  start_theme,
  start_view_switch,
  start_menu,
  start_filter,
  start_form_loader,
  start_consent,
  start_navigation,
  start_picture_retry, // before galleries: a tap on a failed picture loads it and opens nothing
  start_lightbox_loader,
  start_picture_placeholders,
  start_visit_count,
  start_painted_loader,
];

for (const start of behaviours) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
