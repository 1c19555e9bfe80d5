// Runs in the head before anything is shown, so that neither theme nor controls change under the visitor's eyes.
// A classic script: it must block the first paint, which a module cannot.
const root = document.documentElement;
root.classList.add('script');
try {
  const theme = localStorage.getItem('lacit.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
} catch {
  // Storage is refused in some private modes: the system's theme holds.
}
// HTML 4.6.7.9: nothing is shown before the page's frame is there. Slow devices paint half a header, and its menus then move
// with each one that comes.
const frame = document.createElement('link');
frame.rel = 'expect';
frame.href = '#main';
frame.setAttribute('blocking', 'render');
document.head.append(frame);
