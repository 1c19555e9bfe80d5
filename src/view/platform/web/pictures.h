// The page's <img> elements as textures. The browser chooses, fetches and decodes them; the element itself is uploaded.
#pragma once

#include <string_view>

#include "document/node.h"
#include "paint/picture_cache.h"

namespace lacit::web {

class Pictures {
 public:
  /// Uploads the element that JavaScript keeps at `Module.pictures[id]`. Width and height in its pixels.
  void upload(document::NodeId id, base::Size size);
  /// Forgets the page's pictures and frees their textures.
  void clear();

  /// A new frame at so many seconds. True while pictures fade in; `at_once`: they do not.
  bool begin_frame(double now, bool at_once);
  /// For drawing; makes a texture of the placeholder (content::Picture) where it will be seen.
  [[nodiscard]] paint::Picture find(document::NodeId id, std::string_view placeholder);

  [[nodiscard]] const paint::PictureCache& cache() const { return cache_; }

 private:
  paint::PictureCache cache_;
  double painted_at_ = 0;
};

}  // namespace lacit::web
