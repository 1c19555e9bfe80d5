// What looks like words in code that visitors meet, and is none of theirs.

/** Said to operators and to whoever opens a browser's console. */
export const for_operators =
  /\w*Error\s*[{(]|\blog\(|\bwarn\(|console\.info\(|\.why = |\brefused\(|\bNoProof\(|\b(lose|leave)\(/;

/** @type {{ where: RegExp, text: RegExp, why: string }[]} */
export const allowed = [
  {
    where: /^src\/service\/(server|intake)\//,
    text: /^(GET|HEAD|POST)(, [A-Z]+)*$|^(text|application)\/\w+; charset=utf-8$|^public, max-age|^Idempotency-Key, Content-Type$/,
    why: 'HTTP: methods and values of headers (RFC 9110)',
  },
  {
    where: /^src\/service\/(server|intake)\//,
    text: /^(Allow|Location|Origin|Vary|Accept|Date|Connection)$/,
    why: 'HTTP: names of headers (RFC 9110)',
  },
  { where: /^src\/service\/server\/answer\.cpp$/, text: /^; img-src /, why: 'a Content-Security-Policy' },
  {
    where: /^src\/service\/intake\/exchange\.cpp$/,
    text: /^(Bad Request|Forbidden|Not Found|Method Not Allowed|Conflict|Content Too Large|Unsupported Media Type|Unprocessable Content|Too Many Requests|Service Unavailable)$/,
    why: "HTTP's own phrases for a status, as RFC 9457 wants them in `title`; `detail` has the site's words",
  },
  { where: /^src\/site\/html\/json_ld\.cpp$/, text: /^(Question|Answer|Event|Place)$/, why: 'types of schema.org' },
  {
    where: /^src\/site\/describe\/form_words\.cpp$/,
    text: /^(Google reCAPTCHA|Cloudflare Turnstile)$/,
    why: 'names of products, the same in every language',
  },
  { where: /^src\/site\/describe\/lightbox\.cpp$/, text: /^lightbox-count lightbox-caption$/, why: 'ids of elements' },
  {
    where: /^src\/(site\/generate\/site|view\/paint\/draw_context)\.cpp$/,
    text: /^(the page "|" has too many parts; lacit check |draw_context\.cpp and shadow\.cpp reach )/,
    why: 'said to the operator who builds, and to the developer who compiles',
  },
  {
    where: /^src\/(ground\/base\/suggest|site\/html\/shell)\.cpp$/,
    text: /^(did you mean "|there is no slot |the slot | is (there twice|missing)$|leave one of them out$|add it where shell\.html )/,
    why: 'said to editors and operators',
  },
  {
    where: /^src\/ground\/base\/plain_file\.cpp$/,
    text: /^(this is a |the file (is not there|cannot be reached))/,
    why: 'said to editors and operators',
  },
  { where: /^src\/ground\/base\/log\.cpp$/, text: /^%Y-%m-%dT/, why: "the log's time" },
  {
    where: /^src\/service\/server\/server\.cpp$/,
    text: /^LA CIT is at /,
    why: 'said to the operator who starts the server',
  },
  {
    where: /^src\/service\/secrets\/secrets\.cpp$/,
    text: /^lacit: this system gives no random numbers/,
    why: 'said to the operator',
  },
  {
    where: /^web\//,
    text: /^\(prefers-[\w-]+: \w+\)$|^\(forced-colors: active\)$|^not all$/,
    why: 'media queries (CSS)',
  },
  {
    where: /^web\//,
    text: /^(Escape|Shift|Files)$/,
    why: 'names of keys and kinds of data (UI Events, HTML drag and drop)',
  },
  { where: /^web\/forms\/sending\.js$/, text: /^Accept$/, why: "a header's name" },
  { where: /^src\/service\/server\/backend\.cpp$/, text: /^ older than $/, why: 'said to the operator, in the log' },
  {
    where: /^src\/service\/server\/session_body\.cpp$/,
    text: /^The body's chunks cannot be read\.$/,
    why: 'for debuggers: what is sent are the words of the site',
  },
  { where: /^web\/page\/quick_exit\.js$/, text: /^light dark$/, why: 'colour schemes (CSS)' },
  {
    where: /^web\//,
    text: /^input, textarea, select$|^body, \.placed|^img, input, select, textarea$|^\[data-n\]:not\(|^\.line, |^style, link\[|^:not\(a\[|^picture, noscript, |^select, select \*, |^\[aria-disabled=/,
    why: 'selectors (CSS)',
  },
  {
    where: /^web\/painted\/(baselines|painted)\.js$/,
    text: /^Lacit( probe)?$/,
    why: "the font's name in the stylesheet",
  },
  {
    where: /^web\/painted\/line_fit\.js$/,
    text: /^abcdefgh ijklmnopq$/,
    why: 'letters that are measured, neither seen nor heard',
  },
  {
    where: /^web\/(base\/painting_obstacles|page\/painted_loader)\.js$/,
    text: /^(forced colors are on|data is to be saved|the page is translated|WebGL2 is missing)$/,
    why: "a reason for the browser's console",
  },
];
