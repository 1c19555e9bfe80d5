#include "unit/view/app/stage.h"

#include <doctest/doctest.h>

#include "unit/support/site_fonts.h"

namespace lacit::tests {
namespace {

// What a graphics backend does with ImGui's textures, without a graphics card.
void take_textures(ImVector<ImTextureData*>& textures) {
  for (ImTextureData* texture : textures) {
    const bool gone = texture->Status == ImTextureStatus_WantDestroy;
    texture->SetTexID(gone ? ImTextureID_Invalid : 1);
    texture->SetStatus(gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
  }
}

}  // namespace

Stage::Stage(const document::Tree& tree, layout::Viewport viewport) : size_{viewport.width, viewport.height} {
  for (const bool bold : {false, true}) REQUIRE(session_.add_font(bold, font_file(bold)));
  REQUIRE(session_.open(document::write_tree(tree, {})));
  session_.resize({viewport, 1});
}

ImDrawList& Stage::begin() { return context_.begin({0, 0, size_.width, size_.height}); }

std::pair<int, bool> Stage::rehearse(std::size_t first, std::size_t count) {
  ImDrawList& list = begin();
  const bool more = session_.rehearse(list, 0, first, count);
  return {list.VtxBuffer.Size, more};
}

int Stage::frame(float scroll) {
  ImDrawList& list = begin();
  now_ += 1.0 / 60;
  moving_ = session_.paint(list, now_, scroll, [](document::NodeId) { return paint::Picture{}; });
  const int vertices = list.VtxBuffer.Size;
  take_textures(*context_.end().Textures);
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
