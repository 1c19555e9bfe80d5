// How scripts and styles are laid out. How wide a line may be comes from .editorconfig.
export default {
  singleQuote: true,
  overrides: [{ files: '*.css', options: { singleQuote: false } }], // as CSS itself writes them
};
