#include "unit/app/stage.h"

#include <doctest/doctest.h>

#include "unit/support/site_fonts.h"

namespace lacit::tests {
namespace {

// What a graphics backend does with ImGui's textures, without a graphics card.
void take_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    const bool gone = texture->Status == ImTextureStatus_WantDestroy;
    texture->SetTexID(gone ? ImTextureID_Invalid : 1);
    texture->SetStatus(gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
  }
}

}  // namespace

Stage::Stage(const document::Tree& tree, layout::Viewport viewport) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = {viewport.width, viewport.height};
  session_ = std::make_unique<app::Session>();
  for (const bool bold : {false, true}) REQUIRE(session_->add_font(bold, font_file(bold)));
  REQUIRE(session_->open(document::write_tree(tree, {})));
  session_->resize({viewport, 1});
}

Stage::~Stage() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext();  // Before the session, whose font files it points to.
}

int Stage::frame(float scroll) {
  ImGui::NewFrame();
  if (now_ == 0) session_->painter().shadows.create(*ImGui::GetIO().Fonts);
  now_ += 1.0 / 60;
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  moving_ = session_->paint(list, now_, scroll, [](document::NodeId) { return paint::Picture{}; });
  const int vertices = list.VtxBuffer.Size;
  ImGui::Render();
  take_textures();
  return vertices;
}

void Stage::settle(float scroll) {
  int frames = 0;
  do {
    frame(scroll);
  } while (moving_ && ++frames < 100);
  REQUIRE_FALSE(moving_);
}

}  // namespace lacit::tests
