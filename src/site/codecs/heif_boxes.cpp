#include "codecs/heif_boxes.h"

#include <algorithm>

#include "codecs/bits.h"

namespace lacit::codecs {
namespace {

constexpr std::size_t most_items = 70'000;  // A grid has at most 256 × 256 tiles.

/// The boxes that lie side by side in `bytes`. Nothing where the last one does not end with them.
std::optional<std::vector<Box>> boxes(std::string_view bytes) {
  std::vector<Box> found;
  while (bytes.size() >= 8) {
    Bits head(bytes);
    std::uint64_t size = head.take(32);
    const std::string_view type = bytes.substr(4, 4);
    std::size_t head_size = 8;
    head.skip(32);
    if (size == 1 && bytes.size() >= 16) {
      size = head.take(64);
      head_size = 16;
    }
    if (size == 0) size = bytes.size();  // To the file's end.
    if (size < head_size || size > bytes.size()) return {};
    found.push_back({.type = type, .body = bytes.substr(head_size, size - head_size)});
    bytes.remove_prefix(size);
  }
  return found;
}

std::string_view body_of(const std::vector<Box>& among, std::string_view type) {
  const auto found = std::ranges::find(among, type, &Box::type);
  return found == among.end() ? std::string_view() : found->body;
}

/// Of the file's own boxes the pixels' may be cut short: which items that harms, their places tell.
std::string_view meta_of(std::string_view bytes) {
  while (bytes.size() >= 8) {
    Bits head(bytes);
    std::uint64_t size = head.take(32);
    head.skip(32);
    if (size == 1) size = head.take(64);
    if (bytes.substr(4, 4) == "meta") return size <= bytes.size() && size > 12 ? bytes.substr(12, size - 12) : "";
    if (size < 8 || size > bytes.size()) return {};
    bytes.remove_prefix(size);
  }
  return {};
}

struct FullBox {
  unsigned version = 0;
  unsigned flags = 0;
};

FullBox full_box(Bits& bits) {
  const auto version = static_cast<unsigned>(bits.take(8));
  return {.version = version, .flags = static_cast<unsigned>(bits.take(24))};
}

/// 8.11.6.
void read_types(std::string_view iinf, HeifFile& file) {
  Bits bits(iinf);
  bits.take(full_box(bits).version == 0 ? 16 : 32);
  for (const Box& entry : boxes(bits.rest()).value_or(std::vector<Box>())) {
    Bits one(entry.body);
    const unsigned version = full_box(one).version;
    if (entry.type != "infe" || version < 2 || file.items.size() > most_items) continue;
    const auto id = static_cast<std::uint32_t>(one.take(version == 2 ? 16 : 32));
    one.skip(16);
    file.items[id].type = one.rest().substr(0, 4);
  }
}

/// 8.11.3.
struct Places {
  unsigned version;
  unsigned offset_size, length_size, base_size, index_size;
};

void read_extents(Bits& bits, const Places& places, std::string_view within, HeifItem& item) {
  const std::uint64_t base = bits.take(places.base_size * 8);
  for (std::uint64_t left = bits.take(16); left > 0 && !bits.ended(); --left) {
    bits.skip(8ULL * places.index_size);
    const std::uint64_t offset = base + bits.take(places.offset_size * 8);
    const std::uint64_t length = bits.take(places.length_size * 8);
    const bool whole = offset <= within.size() && length <= within.size() - offset;
    if (!whole) item.cut = true;
    if (whole) item.data.push_back(within.substr(offset, length == 0 ? std::string_view::npos : length));
  }
}

void read_places(std::string_view iloc, std::string_view whole_file, std::string_view idat, HeifFile& file) {
  Bits bits(iloc);
  Places places{.version = full_box(bits).version};
  places.offset_size = static_cast<unsigned>(bits.take(4));
  places.length_size = static_cast<unsigned>(bits.take(4));
  places.base_size = static_cast<unsigned>(bits.take(4));
  places.index_size = static_cast<unsigned>(bits.take(4));
  if (places.version == 0) places.index_size = 0;
  for (std::uint64_t left = bits.take(places.version < 2 ? 16 : 32); left > 0 && !bits.ended(); --left) {
    const auto id = static_cast<std::uint32_t>(bits.take(places.version < 2 ? 16 : 32));
    const auto method = places.version == 0 ? 0U : static_cast<unsigned>(bits.take(16) & 15U);
    bits.skip(16);
    const auto item = file.items.find(id);
    HeifItem nobody;
    read_extents(bits, places, method == 1 ? idat : whole_file, item == file.items.end() ? nobody : item->second);
  }
}

/// 8.11.12.
void read_references(std::string_view iref, HeifFile& file) {
  Bits bits(iref);
  const unsigned id_size = full_box(bits).version == 0 ? 16 : 32;
  for (const Box& reference : boxes(bits.rest()).value_or(std::vector<Box>())) {
    Bits one(reference.body);
    const auto from = file.items.find(static_cast<std::uint32_t>(one.take(id_size)));
    if (from == file.items.end()) continue;
    std::vector<std::uint32_t> to;
    for (std::uint64_t left = one.take(16); left > 0 && !one.ended(); --left) {
      to.push_back(static_cast<std::uint32_t>(one.take(id_size)));
    }
    if (reference.type == "auxl") {
      from->second.helps = std::move(to);
    } else if (reference.type == "dimg") {
      from->second.parts = std::move(to);
    }
  }
}

/// ISO/IEC 23008-12, 9.3.1: which of the common properties each item has.
void read_properties(std::string_view iprp, HeifFile& file) {
  const auto parts = boxes(iprp).value_or(std::vector<Box>());
  const auto all = boxes(body_of(parts, "ipco")).value_or(std::vector<Box>());
  for (const Box& part : parts) {
    if (part.type != "ipma") continue;
    Bits bits(part.body);
    const FullBox head = full_box(bits);
    for (std::uint64_t left = bits.take(32); left > 0 && !bits.ended(); --left) {
      const auto item = file.items.find(static_cast<std::uint32_t>(bits.take(head.version == 0 ? 16 : 32)));
      for (std::uint64_t count = bits.take(8); count > 0; --count) {
        bits.skip(1);  // Whether a reader must know it.
        const std::uint64_t index = bits.take((head.flags & 1U) != 0 ? 15 : 7);
        if (item != file.items.end() && index >= 1 && index <= all.size()) {
          item->second.properties.push_back(all[index - 1]);
        }
      }
    }
  }
}

}  // namespace

std::string_view HeifItem::property(std::string_view wanted) const { return body_of(properties, wanted); }

std::optional<HeifFile> read_heif(std::string_view bytes) {
  const auto parts = boxes(meta_of(bytes));
  if (!parts) return {};
  HeifFile file;
  Bits primary(body_of(*parts, "pitm"));
  file.primary = static_cast<std::uint32_t>(primary.take(full_box(primary).version == 0 ? 16 : 32));
  read_types(body_of(*parts, "iinf"), file);
  read_places(body_of(*parts, "iloc"), bytes, body_of(*parts, "idat"), file);
  read_references(body_of(*parts, "iref"), file);
  read_properties(body_of(*parts, "iprp"), file);
  if (!file.items.contains(file.primary)) return {};
  return file;
}

}  // namespace lacit::codecs
