// web/lightbox/lightbox.css as text: the bundler puts it into lightbox.js (scripts/dev/build.sh).
declare const style: string;
export default style;
