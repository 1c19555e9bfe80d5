// When the graphics processor is done with what it was given.
import { pause } from './pause.js';

/** Milliseconds after which nobody waits any longer. */
const patience = 500;

/**
 * The first frame is the slowest by far: shaders are compiled and textures copied then. Shown before it is done, it would
 * hold up the browser's own frame, which waits for it.
 * @param {HTMLCanvasElement} canvas of WebGL2
 */
export async function drawn(canvas) {
  const gl = canvas.getContext('webgl2');
  const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!gl || !fence) return;
  gl.flush();
  const deadline = performance.now() + patience;
  do await pause();
  while (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED && performance.now() < deadline);
  gl.deleteSync(fence);
}
