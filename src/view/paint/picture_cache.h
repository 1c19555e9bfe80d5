// Which pictures are on the GPU: a bounded number of bytes, the least recently drawn ones go first. Knows textures by
// their ids only, so that it can be tested without a GPU.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "document/node.h"
#include "imgui.h"

namespace lacit::paint {

/// A picture on the GPU; `texture` is 0 until it has arrived, `placeholder` where there is none.
struct Picture {
  ImTextureID texture = 0;
  base::Size size;    ///< Of the texture, for cropping to the box (CSS object-fit: cover).
  float opacity = 1;  ///< Below 1 while it fades in over the placeholder.
  ImTextureID placeholder = 0;
};

class PictureCache {
 public:
  /// Bytes for all textures together: 60 pictures as large as a phone's screen is wide.
  static constexpr std::size_t budget = 96UL * 1024 * 1024;
  static constexpr float fade_seconds = 0.18F;

  /// So many placeholders are kept of pictures that are not in sight: a few kilobytes.
  static constexpr std::size_t most_idle = 256;

  /// A new frame: what fades goes on by so many seconds, or ends at once. True while something drawn still fades.
  bool step(float seconds, bool at_once);
  /// For drawing in this frame, which keeps it from being dropped.
  Picture find(document::NodeId id);

  /// All three return what is to be freed: the texture that was there before, those that had to make room, and
  /// placeholders. What the last frame drew is never dropped, even where that alone is more than the budget.
  [[nodiscard]] std::vector<ImTextureID> put(document::NodeId id, ImTextureID texture, base::Size size);
  [[nodiscard]] std::vector<ImTextureID> forget_idle();
  [[nodiscard]] std::vector<ImTextureID> clear();
  void put_placeholder(document::NodeId id, ImTextureID texture) { entry(id).placeholder = texture; }

  [[nodiscard]] bool has(document::NodeId id) const;
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  /// Room for pictures that are only near.
  [[nodiscard]] bool roomy() const { return bytes_ < budget / 4 * 3; }

 private:
  struct Entry {
    document::NodeId id = document::no_node;
    ImTextureID texture = 0;
    ImTextureID placeholder = 0;
    base::Size size;
    std::size_t bytes = 0;
    std::uint32_t drawn = 0;   ///< The last frame with it.
    std::uint32_t missed = 0;  ///< The last frame that had to do without.
    float opacity = 1;
  };
  Entry& entry(document::NodeId id);
  void drop(Entry& entry, std::vector<ImTextureID>& freed);

  std::vector<Entry> entries_;  ///< Few enough to be looked through.
  std::size_t bytes_ = 0;
  std::uint32_t frame_ = 1;
};

}  // namespace lacit::paint
