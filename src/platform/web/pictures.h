// The page's <img> elements as textures. The browser chooses, fetches and decodes them; the element itself is uploaded.
#pragma once

#include <unordered_map>

#include "document/node.h"
#include "paint/painter.h"

namespace lacit::web {

class Pictures {
 public:
  /// Uploads the element that JavaScript keeps at `Module.pictures[id]`. Width and height in its pixels.
  void upload(document::NodeId id, base::Size size);
  /// Forgets the page's pictures and frees their textures.
  void clear();

  [[nodiscard]] paint::Picture find(document::NodeId id) const;

 private:
  std::unordered_map<document::NodeId, paint::Picture> pictures_;
};

}  // namespace lacit::web
