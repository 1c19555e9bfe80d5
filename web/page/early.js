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
