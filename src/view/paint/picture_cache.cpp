#include "paint/picture_cache.h"

#include <algorithm>
#include <limits>
#include <utility>

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
  for (Entry& entry : entries_) {
    if (entry.opacity >= 1) continue;
    entry.opacity = at_once ? 1 : std::min(1.0F, entry.opacity + seconds / fade_seconds);
    fading = fading || (entry.opacity < 1 && entry.drawn == frame_);
  }
  ++frame_;
  return fading;
}

PictureCache::Entry& PictureCache::entry(NodeId id) {
  const auto found = std::ranges::find(entries_, id, &Entry::id);
  if (found != entries_.end()) return *found;
  entries_.emplace_back().id = id;
  return entries_.back();
}

Picture PictureCache::find(NodeId id) {
  Entry& found = entry(id);
  (found.texture == 0 ? found.missed : found.drawn) = frame_;
  return {.texture = found.texture, .size = found.size, .opacity = found.opacity, .placeholder = found.placeholder};
}

bool PictureCache::has(NodeId id) const {
  const auto found = std::ranges::find(entries_, id, &Entry::id);
  return found != entries_.end() && found->texture != 0;
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
  Entry& added = entry(id);
  const bool first = added.texture == 0;
  drop(added, freed);
  added.texture = texture;
  added.size = size;
  added.bytes = bytes_of(size);
  // A picture that a frame was without comes gently; another one is there when it is scrolled to.
  if (first) added.opacity = added.missed == frame_ ? 0.0F : 1.0F;
  added.drawn = frame_;
  bytes_ += added.bytes;
  while (bytes_ > budget) {
    const auto oldest = std::ranges::min_element(entries_, {}, [](const Entry& each) {
      return each.texture == 0 ? std::numeric_limits<std::uint32_t>::max() : each.drawn;
    });
    if (oldest->texture == 0 || oldest->drawn == frame_) break;
    drop(*oldest, freed);
  }
  return freed;
}

std::vector<ImTextureID> PictureCache::forget_idle() {
  std::vector<ImTextureID> freed;
  const auto is_idle = [this](const Entry& each) { return each.texture == 0 && each.missed + 1 < frame_; };
  if (std::cmp_less_equal(std::ranges::count_if(entries_, is_idle), most_idle)) return freed;
  std::erase_if(entries_, [&](const Entry& each) {
    if (is_idle(each) && each.placeholder != 0) freed.push_back(each.placeholder);
    return is_idle(each);
  });
  return freed;
}

std::vector<ImTextureID> PictureCache::clear() {
  std::vector<ImTextureID> freed;
  for (Entry& each : entries_) {
    if (each.placeholder != 0) freed.push_back(each.placeholder);
    drop(each, freed);
  }
  entries_.clear();
  return freed;
}

}  // namespace lacit::paint
