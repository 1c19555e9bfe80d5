// libFuzzer over the cleaner of drawings: whatever the bytes are, cleaning ends, and what it lets pass is plain XML
// that it lets pass again. Run under ASan and UBSan.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "content/media_svg.h"
#include "drawings/clean.h"

namespace base = lacit::base;
namespace drawings = lacit::drawings;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

base::Result<std::string> as_it_is(std::string_view base64) { return "data:image/png;base64," + std::string(base64); }

void check_error(const base::Error& error) {
  require(!error.what.empty() && !error.mend.empty());
  require(error.line > 0 && error.column > 0);
}

void check_drawing(const drawings::Drawing& drawing) {
  require(drawing.width > 0 && drawing.height > 0);
  require(base::valid(drawing.bytes) && lacit::content::is_svg(drawing.bytes));
  for (const char* word : {"<!", "<?", "<script", "<foreignObject", "<a ", "<a>", "<set", "<animate", "xmlns:"}) {
    require(drawing.bytes.find(word) == std::string::npos);
  }
  const auto again = drawings::cleaned(drawing.bytes, as_it_is);
  require(static_cast<bool>(again) && again.value().bytes.size() <= drawing.bytes.size());
}

void clean(const std::string& bytes) {
  const auto drawing = drawings::cleaned(bytes, as_it_is);
  if (drawing) {
    check_drawing(drawing.value());
  } else {
    check_error(drawing.error());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  clean(bytes);
  // Most mutations of a whole drawing are no XML; so once more as what is inside of one.
  const std::string begin =
      R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">)";
  clean(begin + bytes + "</svg>");
  clean(begin + "<style>" + bytes + "</style><g style=\"" + bytes + "\"/></svg>");
  return 0;
}
