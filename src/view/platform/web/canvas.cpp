#include "platform/web/canvas.h"

#include <GLES3/gl3.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"

namespace lacit::web {

bool Canvas::start(const char* selector) {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = false;  // The page is opaque: the compositor need not blend.
  wanted.depth = false;
  wanted.stencil = false;
  wanted.antialias = false;  // ImGui smooths its own edges.
  wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  webgl_ = emscripten_webgl_create_context(selector, &wanted);
  return webgl_ > 0 && make_current() && ImGui_ImplOpenGL3_Init("#version 300 es");
}

bool Canvas::make_current() {
  context_.make_current();
  return emscripten_webgl_make_context_current(webgl_) == EMSCRIPTEN_RESULT_SUCCESS;
}

void Canvas::restore() {
  make_current();
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

ImDrawList& Canvas::begin(const base::Rect& area) {
  make_current();
  ImGui_ImplOpenGL3_NewFrame();  // Compiles shaders, once: the GPU's share.
  began_ = emscripten_get_now();
  size_ = {area.width, area.height};
  return context_.begin(area);
}

void Canvas::end() {
  ImDrawData& data = context_.end();
  statistics_.milliseconds = emscripten_get_now() - began_;
  statistics_.frames += 1;
  statistics_.vertices = data.TotalVtxCount;
  statistics_.draw_calls = 0;
  for (const ImDrawList* list : data.CmdLists) statistics_.draw_calls += list->CmdBuffer.Size;
  glViewport(0, 0, static_cast<GLsizei>(size_.width), static_cast<GLsizei>(size_.height));
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace lacit::web
