// libFuzzer over the loader: whatever the bytes are, as site, as page or as picture, loading ends, stays within memory
// and tells of problems in a form that can be shown. Run under ASan and UBSan.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "content/load.h"
#include "content/rich_text.h"

namespace base = lacit::base;
namespace content = lacit::content;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_problems(const content::Loaded& loaded) {
  for (const content::Problem& problem : loaded.problems) {
    require(problem.line >= 1 && problem.column >= 1);
    require(!problem.what.empty() && !problem.mend.empty());
    const std::string line = content::format(problem);
    require(base::valid(line));
    require(line.find_first_of("\n\r\x1B") == std::string::npos);
  }
}

/// Two pages of the same bytes, so that links, anchors and slugs meet themselves.
void load_everywhere(std::string_view bytes) {
  const std::array<content::File, 3> files = {{{"site.json", std::string(bytes)},
                                               {"pages/home.json", std::string(bytes)},
                                               {"pages/about.json", std::string(bytes)}}};
  content::Catalogue media;
  media.emplace("hero.svg", content::PictureFacts{.width = 96, .height = 84});
  media.emplace("dot.png", base::Error{"the picture is damaged", "export it anew"});
  check_problems(content::load(files, media));
}

void measure(std::string_view bytes) {
  for (const char* name : {"a.svg", "a.png", "a.jpg", "a.webp"}) {
    if (const auto size = content::measure_picture(name, bytes)) {
      require(size.value().width > 0 && size.value().height > 0);
    }
  }
}

/// The visible words of rich text are never HTML: a `<` in them came from the text itself and is printed escaped.
void read_rich_text(std::string_view bytes) {
  constexpr std::size_t longest = 3000;  // As the loader bounds it.
  if (bytes.size() > longest || !base::valid(bytes)) return;
  const content::ParsedRichText parsed = content::parse_rich_text(bytes);
  require(!parsed.advice.empty() || !content::plain(parsed.text).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  load_everywhere(bytes);
  measure(bytes);
  read_rich_text(bytes);
  return 0;
}
