#include "drawings/links.h"

#include <array>

#include "base/ascii.h"
#include "content/media_svg.h"
#include "content/text_rules.h"

namespace lacit::drawings {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }

/// RFC 2397, in base64.
bool is_bitmap(std::string_view head) {
  if (!head.ends_with(";base64")) return false;
  constexpr std::array kinds{"data:image/png",  "data:image/jpeg", "data:image/jpg",
                             "data:image/webp", "data:image/gif",  "data:image/avif"};
  const std::string_view kind = head.substr(0, head.find(';'));
  for (const std::string_view each : kinds) {
    if (kind == each) return true;
  }
  return false;
}

}  // namespace

Link read_link(std::string_view value) {
  std::string bare(value);
  std::erase_if(bare, is_blank);
  if (bare.empty()) return {};
  if (bare.front() == '#') return bare.size() == 1 ? Link{} : Link{LinkKind::part, bare};
  const std::size_t comma = bare.find(',');
  const std::string head = base::lower(std::string_view(bare).substr(0, comma));
  if (head.starts_with("data:image/svg")) return {LinkKind::drawing};
  if (is_bitmap(head) && comma != std::string::npos) return {LinkKind::bitmap, bare.substr(comma + 1)};
  const std::string scheme = head.substr(0, head.find(':'));
  const bool program = scheme == "javascript" || scheme == "vbscript" || scheme == "livescript" || scheme == "data";
  return {program ? LinkKind::program : LinkKind::elsewhere};
}

base::Error refusal_of(const Link& link, std::string_view value) {
  const std::string said = content::quoted(value);
  switch (link.kind) {
    case LinkKind::drawing: return {"holds a drawing within the drawing", "ungroup it into this one"};
    case LinkKind::program:
      return {"holds " + said + ", which makes the drawing a program", "delete it, a picture needs none"};
    case LinkKind::bitmap: return {"holds a picture where none belongs", "put it into an <image>"};
    default: return {"takes something from elsewhere (" + said + ")", "put it into the drawing, or delete it"};
  }
}

}  // namespace lacit::drawings
