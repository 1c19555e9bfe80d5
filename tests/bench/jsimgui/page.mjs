// The home page's words as a page of jsimgui's: bar, headings, wrapped texts and buttons, drawn anew in each animation
// frame as its own examples do. Only to be measured beside our page.
import { ImGui, ImGuiImplWeb, ImGuiWindowFlags, ImVec2, State } from '@mori2003/jsimgui';

/** @typedef {{ kind: 'heading' | 'text' | 'point' | 'button' | 'item', words: string }} Piece */

const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#canvas'));
/** CPU milliseconds a frame, without what goes to WebGL. @type {number[]} */
const times = [];

/** @param {string} name @param {number} size */
async function load_font(name, size) {
  ImGuiImplWeb.LoadFont(name, new Uint8Array(await (await fetch(`/${name}`)).arrayBuffer()));
  return ImGui.GetIO().Fonts.AddFontFromFileTTF(name, size);
}

/** @param {Piece[]} pieces */
function draw_bar(pieces) {
  if (!ImGui.BeginMainMenuBar()) return;
  for (const { kind, words } of pieces) if (kind === 'item') ImGui.MenuItem(words);
  ImGui.EndMainMenuBar();
}

/** @param {Piece} piece @param {{ bold: any, regular: any }} fonts */
function draw_piece({ kind, words }, fonts) {
  if (kind === 'heading') {
    ImGui.PushFontFloat(fonts.bold, 30);
    ImGui.TextWrapped(words);
    ImGui.PopFont();
  }
  if (kind === 'text') ImGui.TextWrapped(words);
  if (kind === 'button') ImGui.Button(words);
  if (kind !== 'point') return;
  ImGui.Bullet();
  ImGui.TextWrapped(words);
}

/** @param {Piece[]} pieces @param {{ bold: any, regular: any }} fonts @param {number} scroll */
function draw(pieces, fonts, scroll) {
  draw_bar(pieces);
  ImGui.SetNextWindowPos(new ImVec2(0, 24));
  ImGui.SetNextWindowSize(new ImVec2(innerWidth, innerHeight - 24));
  ImGui.Begin('page', null, ImGuiWindowFlags.NoTitleBar | ImGuiWindowFlags.NoResize | ImGuiWindowFlags.NoMove);
  ImGui.SetScrollY(scroll);
  for (const piece of pieces) draw_piece(piece, fonts);
  ImGui.End();
}

await ImGuiImplWeb.Init({ canvas });
const fonts = { regular: await load_font('regular.ttf', 18), bold: await load_font('bold.ttf', 30) };
/** @type {Piece[]} */
const pieces = await (await fetch('/words.json')).json();

function frame() {
  const began = performance.now();
  ImGuiImplWeb.BeginRender();
  draw(pieces, fonts, (times.length * 37) % 2000);
  ImGui.Render();
  times.push(performance.now() - began);
  State.endRenderFn?.(); // what EndRender does after Render: the GPU's share
  document.documentElement.dataset.painted = 'yes';
  requestAnimationFrame(frame);
}
Object.assign(window, { bench_times: times });
requestAnimationFrame(frame);
