// CommonMark's inline subset: bold, italic and links, read by md4c. Everything else is advice to write it otherwise, so
// raw HTML never passes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "content/model.h"

namespace lacit::content {

struct ParsedRichText {
  RichText text;                    ///< Neighbours that look alike are one span.
  std::vector<base::Error> advice;  ///< Empty where all is well.
  std::vector<std::string> hrefs;   ///< The links' targets in order, each once a link.
};

/// Reads one paragraph. md4c may be slow on hostile text, so callers bound the length first.
[[nodiscard]] ParsedRichText parse_rich_text(std::string_view source);

/// The words without their formatting.
[[nodiscard]] std::string plain(const RichText& text);

}  // namespace lacit::content
