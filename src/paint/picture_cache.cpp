#include "paint/picture_cache.h"

#include <algorithm>
#include <limits>

namespace lacit::paint {

using document::NodeId;

namespace {

/// RGBA, and a third more for the smaller copies (mipmaps).
std::size_t bytes_of(base::Size size) {
  return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4 / 3 * 4;
}

}  // namespace

bool PictureCache::step(float seconds, bool at_once) {
  bool fading = false;
  for (auto& [id, entry] : entries_) {
    if (entry.opacity >= 1) continue;
    entry.opacity = at_once ? 1 : std::min(1.0F, entry.opacity + seconds / fade_seconds);
    fading = fading || (entry.opacity < 1 && entry.drawn == frame_);
  }
  ++frame_;
  return fading;
}

Picture PictureCache::find(NodeId id) {
  Entry& entry = entries_[id];
  (entry.texture == 0 ? entry.missed : entry.drawn) = frame_;
  return {.texture = entry.texture, .size = entry.size, .opacity = entry.opacity, .placeholder = entry.placeholder};
}

bool PictureCache::has(NodeId id) const {
  const auto found = entries_.find(id);
  return found != entries_.end() && found->second.texture != 0;
}

void PictureCache::drop(Entry& entry, std::vector<ImTextureID>& freed) {
  if (entry.texture == 0) return;
  freed.push_back(entry.texture);
  bytes_ -= entry.bytes;
  entry.texture = 0;
  entry.bytes = 0;
}

std::vector<ImTextureID> PictureCache::put(NodeId id, ImTextureID texture, base::Size size) {
  std::vector<ImTextureID> freed;
  Entry& entry = entries_[id];
  const bool first = entry.texture == 0;
  drop(entry, freed);
  entry.texture = texture;
  entry.size = size;
  entry.bytes = bytes_of(size);
  // A picture that a frame was without comes gently; another one is there when it is scrolled to.
  if (first) entry.opacity = entry.missed == frame_ ? 0.0F : 1.0F;
  entry.drawn = frame_;
  bytes_ += entry.bytes;
  while (bytes_ > budget) {
    const auto oldest = std::ranges::min_element(entries_, {}, [](const auto& each) {
      return each.second.texture == 0 ? std::numeric_limits<std::uint32_t>::max() : each.second.drawn;
    });
    if (oldest->second.texture == 0 || oldest->second.drawn == frame_) break;
    drop(oldest->second, freed);
  }
  return freed;
}

std::vector<ImTextureID> PictureCache::clear() {
  std::vector<ImTextureID> freed;
  for (auto& [id, entry] : entries_) {
    if (entry.placeholder != 0) freed.push_back(entry.placeholder);
    drop(entry, freed);
  }
  entries_.clear();
  return freed;
}

}  // namespace lacit::paint
