// A drawing as it is published: parsed as XML and printed anew, only what the lists in names.h know. What drawing
// programs leave in their files (names, folders, editors' data) is gone then; what would run, move, or come from
// elsewhere is refused by name. So the file is harmless on any host, whatever policy that sends.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::drawings {

struct Drawing {
  std::string bytes;
  int width = 0;
  int height = 0;
};

/// Makes the bitmap in an `<image>`, given in base64, anew without its metadata, as `data:image/…;base64,…`.
using Redraw = std::function<base::Result<std::string>(std::string_view base64)>;

/// For places where a drawing may hold no bitmap.
[[nodiscard]] base::Result<std::string> no_bitmaps(std::string_view base64);

/// The error has its place in the file. Whatever the bytes are, it comes in time linear in their number: nothing is
/// expanded, and nesting has limits (limits.h).
[[nodiscard]] base::Result<Drawing> cleaned(std::string_view bytes, const Redraw& redraw = no_bitmaps);

}  // namespace lacit::drawings
