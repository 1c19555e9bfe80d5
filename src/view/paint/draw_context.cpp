#include "paint/draw_context.h"

#include "imgui_internal.h"

#if IMGUI_VERSION_NUM < 19200 || IMGUI_VERSION_NUM >= 19300
#error "draw_context.cpp and shadow.cpp reach into ImGui 1.92; read both anew, then move this bound"
#endif

namespace lacit::paint {
namespace {

// ImGui::CreateContext without ImGui::Initialize, which takes the settings of windows and tables along.
ImGuiContext* make_context() { return IM_NEW(ImGuiContext)(nullptr); }

}  // namespace

DrawContext::DrawContext()
    : context_(make_context()),
      atlas_(*context_->IO.Fonts),
      shared_(std::make_unique<ImDrawListSharedData>()),
      list_(std::make_unique<ImDrawList>(shared_.get())) {
  const ImGuiStyle style;
  shared_->FontAtlas = &atlas_;
  shared_->CurveTessellationTol = style.CurveTessellationTol;
  shared_->SetCircleTessellationMaxError(style.CircleTessellationMaxError);
  shared_->InitialFlags =
      ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AntiAliasedFill;
  ImFontAtlasAddDrawListSharedData(&atlas_, shared_.get());
  // Any renderer of ours takes textures as they grow; the atlas asks before the first frame.
  atlas_.RendererHasTextures = true;
}

DrawContext::~DrawContext() {
  list_.reset();
  ImFontAtlasRemoveDrawListSharedData(&atlas_, shared_.get());
  IM_DELETE(&atlas_);
  if (ImGui::GetCurrentContext() == context_) ImGui::SetCurrentContext(nullptr);
  IM_DELETE(context_);
}

void DrawContext::make_current() { ImGui::SetCurrentContext(context_); }

ImDrawList& DrawContext::begin(const base::Rect& area) {
  ImFontAtlasUpdateNewFrame(&atlas_, ++frame_, true);
  ImFontAtlasUpdateDrawListsSharedData(&atlas_);
  if ((context_->IO.BackendFlags & ImGuiBackendFlags_RendererHasVtxOffset) != 0) {
    shared_->InitialFlags |= ImDrawListFlags_AllowVtxOffset;
  }
  shared_->ClipRectFullscreen = {area.x, area.y, area.right(), area.bottom()};
  list_->_ResetForNewFrame();
  list_->PushTexture(atlas_.TexRef);
  list_->PushClipRectFullScreen();
  data_.Clear();
  data_.DisplayPos = {area.x, area.y};
  data_.DisplaySize = {area.width, area.height};
  data_.FramebufferScale = {1, 1};
  return *list_;
}

ImDrawData& DrawContext::end() {
  data_.Valid = true;
  data_.AddDrawList(list_.get());
  list_->_PopUnusedDrawCmd();
  // Renderers look for them here too: after a lost graphics context they give back what has one user.
  context_->PlatformIO.Textures = atlas_.TexList;
  for (ImTextureData* texture : atlas_.TexList) texture->RefCount = 1;
  data_.Textures = &context_->PlatformIO.Textures;
  return data_;
}

}  // namespace lacit::paint
