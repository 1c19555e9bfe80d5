// A block is painted only while it is true (support/truth.mjs), whatever style others have for its letters.
import { letters } from '../support/sheets.mjs';
import { seen_by_sheets } from '../support/truth.mjs';

await seen_by_sheets('truth of letters', letters);
