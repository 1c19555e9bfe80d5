#include "codecs/heif_check.h"

#include <algorithm>
#include <string>

#include "codecs/av1_stream.h"
#include "codecs/bits.h"
#include "codecs/hevc_stream.h"
#include "codecs/image.h"
#include "content/media.h"

namespace lacit::codecs {
namespace {

constexpr std::uint64_t most = content::most_pixels;
constexpr int deepest = 3;  // A grid's tiles may be turned, and their turned picture cut.
/// What a coder may add on the right and below: its largest block.
constexpr std::uint64_t filling = 64;

[[noreturn]] void refuse_damaged() { throw Problem("the picture is damaged or cut short", "export it anew"); }

std::string said(const CodedSize& size) { return std::to_string(size.width) + " × " + std::to_string(size.height); }

/// ISO/IEC 23008-12, 6.5.3.
CodedSize promised(const HeifItem& item) {
  Bits bits(item.property("ispe"));
  bits.skip(32);
  const std::uint64_t width = bits.take(32);
  return {.width = width, .height = bits.take(32)};
}

CodedSize coded(const HeifItem& item) {
  CodedSize size;
  std::string joined;  // A unit may lie across two parts.
  if (item.data.size() > 1) {
    for (const std::string_view part : item.data) joined += part;
  }
  const std::string_view units = item.data.size() == 1 ? item.data.front() : joined;
  if (item.type == "av01") {
    constexpr std::size_t configuration_head = 4;
    const std::string_view box = item.property("av1C");
    size.include(av1_size(box.substr(std::min(box.size(), configuration_head))));
    size.include(av1_size(units));
  } else {
    const std::string_view box = item.property("hvcC");
    size.include(hevc_box_size(box));
    size.include(hevc_size(units, box));
  }
  return size;
}

std::uint64_t coded_pixels(const HeifItem& item) {
  if (item.cut || item.data.empty()) refuse_damaged();
  const CodedSize says = promised(item);
  const CodedSize has = coded(item);
  if (has.width == 0 || has.height == 0 || says.width == 0 || says.height == 0) refuse_damaged();
  const auto fits = [](std::uint64_t own, std::uint64_t wanted) { return own >= wanted && own <= wanted + filling; };
  if (!fits(has.width, says.width) || !fits(has.height, says.height)) {
    throw Problem("the file says that the picture has " + said(says) + " pixels, but there are " + said(has) + " in it",
                  "export it anew");
  }
  return has.width * has.height;
}

/// Of everything that it takes to show the item.
std::uint64_t pixels(const HeifFile& file, std::uint32_t id, int depth) {
  const auto item = file.items.find(id);
  if (item == file.items.end() || depth > deepest) refuse_damaged();
  if (item->second.type == "av01" || item->second.type == "hvc1") return coded_pixels(item->second);
  if (item->second.parts.empty()) refuse_damaged();
  const CodedSize whole = promised(item->second);
  std::uint64_t sum = whole.width * whole.height;
  for (const std::uint32_t part : item->second.parts) {
    sum += pixels(file, part, depth + 1);
    if (sum > 3 * most) throw Problem("the picture is put together from too many parts", "export it anew, as JPEG");
  }
  return sum;
}

/// Of the primary picture (ISO/IEC 23008-12, 6.6.2.1.1; and its older name for HEVC).
bool is_alpha(const HeifFile& file, const HeifItem& item) {
  if (std::ranges::find(item.helps, file.primary) == item.helps.end()) return false;
  const std::string_view kind = item.property("auxC");
  return kind.find("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha") != std::string_view::npos ||
         kind.find("urn:mpeg:hevc:2015:auxid:1") != std::string_view::npos;
}

}  // namespace

void check_heif(const HeifFile& file) {
  const CodedSize whole = promised(file.items.at(file.primary));
  if (std::max(whole.width, whole.height) > 1U << 30U) refuse_damaged();
  const auto large =
      content::too_many_pixels(static_cast<std::int64_t>(whole.width), static_cast<std::int64_t>(whole.height));
  if (large) throw Problem(*large);
  std::uint64_t sum = pixels(file, file.primary, 0);
  for (const auto& [id, item] : file.items) {
    if (is_alpha(file, item)) sum += pixels(file, id, 0);
  }
  if (sum > 6 * most) throw Problem("the picture is put together from too many parts", "export it anew, as JPEG");
}

bool has_alpha(const HeifFile& file) {
  return std::ranges::any_of(file.items, [&](const auto& item) { return is_alpha(file, item.second); });
}

}  // namespace lacit::codecs
