// What Stylelint looks for in web/: the standard set, but for what is Prettier's business or has a reason here.
export default {
  extends: 'stylelint-config-standard',
  reportNeedlessDisables: true,
  reportDescriptionlessDisables: true,
  rules: {
    // Where empty lines stand: rules here stand close, and a comment belongs to what comes after it.
    'at-rule-empty-line-before': null,
    'comment-empty-line-before': null,
    'declaration-empty-line-before': null,
    'rule-empty-line-before': null,
    // `(width < 640px)` is Safari 16.4; what is older is to have the narrow window's rules too.
    'media-feature-range-notation': 'prefix',
    // One notation each, these.
    'alpha-value-notation': 'number',
    'import-notation': 'string',
    // iOS has text-size-adjust by this name only.
    'property-no-vendor-prefix': [true, { ignoreProperties: ['-webkit-text-size-adjust'] }],
    // The family of the site's own font.
    'value-keyword-case': ['lower', { ignoreKeywords: ['Lacit'] }],
  },
};
