#include "paint/fonts.h"

#include <cmath>

#include "base/utf8.h"
#include "layout/text.h"

namespace lacit::paint {

void Fonts::add(bool bold, std::string_view file) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.PixelSnapH = false;
  ImFont*& known = fonts_[bold ? 1 : 0];
  config.MergeMode = known != nullptr;
  config.DstFont = known;  // Else it would be merged into whichever font came last.
  // ImGui only reads the bytes; its interface predates const.
  auto* bytes = const_cast<char*>(file.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  ImFont* font = atlas_->AddFontFromMemoryTTF(bytes, static_cast<int>(file.size()), 16.0F, &config);
  if (known == nullptr) known = font;
}

namespace {

struct Pen {
  ImDrawList& list;
  ImFontBaked* baked;
  float scale;     ///< From the glyph's units to device pixels.
  float baseline;  ///< Device pixels, whole.
  ImU32 color;
  bool oblique;
};

void draw_glyph(const Pen& pen, const ImFontGlyph& glyph, float x) {
  if (glyph.Visible == 0) return;
  const float rise =
      std::round(pen.baked->Ascent);  // Glyphs hang from the top of the line; ascent is where ImGui put the baseline.
  const ImVec2 from{x + glyph.X0 * pen.scale, pen.baseline + (glyph.Y0 - rise) * pen.scale};
  const ImVec2 to{x + glyph.X1 * pen.scale, pen.baseline + (glyph.Y1 - rise) * pen.scale};
  // CSS Fonts 4: a missing italic is slanted; Skia's slant is a quarter.
  const float slant = pen.oblique ? 0.25F : 0.0F;
  const float lean_top = (pen.baseline - from.y) * slant;
  const float lean_bottom = (pen.baseline - to.y) * slant;
  pen.list.PrimQuadUV({from.x + lean_top, from.y}, {to.x + lean_top, from.y}, {to.x + lean_bottom, to.y},
                      {from.x + lean_bottom, to.y}, {glyph.U0, glyph.V0}, {glyph.U1, glyph.V0}, {glyph.U1, glyph.V1},
                      {glyph.U0, glyph.V1}, pen.color);
}

// Bakes them too: a glyph that is new may change the atlas's texture, which must not happen between reserved vertices.
int visible_glyphs(ImFontBaked& baked, std::string_view text) {
  int count = 0;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = 0;
    i += base::decode(text, i, c);
    const ImFontGlyph* glyph = baked.FindGlyph(static_cast<ImWchar>(c));
    if (glyph != nullptr && glyph->Visible != 0) ++count;
  }
  return count;
}

// ImGui bakes at whole sizes. Density makes up the difference, so that one texel is one device pixel at any size.
ImFontBaked* bake(ImFont* font, float size) {
  const float whole = std::round(size);
  return font->GetFontBaked(whole, size / whole);
}

}  // namespace

void draw_text(Surface& surface, const Fonts& fonts, const layout::Measurer& measurer, std::string_view text, float x,
               float top, const TextLook& look) {
  const float em = look.size * surface.ratio;
  const float size = em * (measurer.ascent() + measurer.descent());  // ImGui's size is that height, CSS's is the em.
  ImFontBaked* baked = bake(fonts.font(look.bold), size);
  const Pen pen{surface.list, baked,       size / baked->Size, std::round(surface.at(0, top + look.baseline).y),
                look.color,   look.oblique};
  float at = surface.at(x, 0).x;
  const float start = at;
  const int glyphs = visible_glyphs(*baked, text);
  surface.list.PrimReserve(6 * glyphs, 4 * glyphs);
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = 0;
    i += base::decode(text, i, c);
    if (const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(c))) draw_glyph(pen, *glyph, at);
    at += measurer.advance(c, look.bold) * em;
  }
  if (look.underline) {
    const float thick = std::max(1.0F, std::round(em / 16));
    const float y = pen.baseline + std::round(em * 0.14F);
    surface.list.AddRectFilled({std::round(start), y}, {std::round(at), y + thick}, look.color);
  }
}

}  // namespace lacit::paint
