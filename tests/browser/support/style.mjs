// A stylesheet for the time of a look. Constructed sheets are script's, which the page's strict policy allows.

/**
 * @typedef {object} Looker what all drivers' pages can do
 * @property {(run: (argument: string) => void, argument: string) => Promise<unknown>} evaluate
 * @property {() => Promise<Uint8Array>} screenshot
 * @param {Looker} page
 * @param {string} css
 */
export async function screenshot_with(page, css) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  const png = Buffer.from(await page.screenshot());
  await page.evaluate(() => void (document.adoptedStyleSheets = []), '');
  return png;
}
