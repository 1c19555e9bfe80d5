// Tree to markup: the only code that writes elements. One element a node, one attribute list, no white space between
// tags, so that an element's textContent is exactly its runs and layout's offsets hold in the DOM.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.h"

namespace lacit::markup {

/// A published picture or file of content/media/.
struct Media {
  /// One format of a picture, for a `<source>` of its own.
  struct Format {
    std::string type;    ///< `image/avif`
    std::string srcset;  ///< `/assets/porch.1a2b-640.avif 640w, …`
  };
  std::string address;  ///< What `src` and `href` name: the largest picture, in the format that all browsers know.
  std::string srcset;   ///< That format's other widths; empty where there is one size.
  std::vector<Format> formats;  ///< Better formats, the best one first.
};

/// Turns the name of a file in content/media/ into what was published of it.
using Resolver = std::function<Media(std::string_view)>;

/// The element of a node with everything in it.
[[nodiscard]] std::string print(const document::Tree& tree, document::NodeId id, const Resolver& resolve);

}  // namespace lacit::markup
