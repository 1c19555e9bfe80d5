// Brings the printed page to life. Each behaviour starts by itself: where one fails, the page has only that one less.
import { start_consent } from './consent.js';
import { start_count } from './count.js';
import { start_filter } from './filter.js';
import { start_forms } from './forms.js';
import { start_galleries } from './galleries.js';
import { start_menu } from './menu.js';
import { start_navigation } from './navigation.js';
import { start_painting } from './painting.js';
import { start_picture_retry } from './picture_retry.js';
import { start_quick_exit } from './quick_exit.js';
import { start_stand_ins } from './stand_ins.js';
import { start_theme } from './theme.js';
import { start_view } from './view.js';

// Where a host's policy refuses the script in the head (README, deploy), it is only later that controls show.
document.documentElement.classList.add('script');

const behaviours = [
  start_quick_exit, // first: the one that must not wait
  start_theme,
  start_view,
  start_menu,
  start_filter,
  start_forms,
  start_consent,
  start_navigation,
  start_picture_retry, // before galleries: a tap on a failed picture loads it and opens nothing
  start_galleries,
  start_stand_ins,
  start_count,
  start_painting,
];

for (const start of behaviours) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
