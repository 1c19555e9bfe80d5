#include "paint/picture_cache.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "paint/placeholder.h"

using namespace lacit;
using paint::PictureCache;

namespace {
constexpr base::Size screenful{2048, 1536};  // 16 MB with its mipmaps: six fill the budget.
}

TEST_CASE("when the budget is full the pictures that were not drawn for longest go") {
  PictureCache cache;
  std::vector<ImTextureID> freed;
  for (document::NodeId id = 1; id <= 6; ++id) {
    cache.step(0, true);
    freed = cache.put(id, 100U + id, screenful);
    CHECK(freed.empty());
  }
  cache.step(0, true);
  (void)cache.find(1);
  cache.step(0, true);
  freed = cache.put(7, 107, screenful);
  CHECK(freed == std::vector<ImTextureID>{102});
  CHECK(cache.has(1));
  CHECK_FALSE(cache.has(2));
  CHECK(cache.bytes() <= PictureCache::budget);
  CHECK_FALSE(cache.roomy());
}

TEST_CASE("what is on the screen stays, even where it is more than the budget") {
  PictureCache cache;
  for (document::NodeId id = 1; id <= 8; ++id) CHECK(cache.put(id, 100U + id, screenful).empty());
  CHECK(cache.bytes() > PictureCache::budget);
  for (document::NodeId id = 1; id <= 8; ++id) CHECK(cache.has(id));
}

TEST_CASE("a picture of another size takes the place of the one before") {
  PictureCache cache;
  CHECK(cache.put(1, 101, screenful).empty());
  const std::size_t before = cache.bytes();
  CHECK(cache.put(1, 102, {512, 384}) == std::vector<ImTextureID>{101});
  CHECK(cache.bytes() < before);
  CHECK(cache.clear() == std::vector<ImTextureID>{102});
  CHECK(cache.bytes() == 0);
}

TEST_CASE("a picture that a frame was without fades in; one that came before is there at once") {
  PictureCache cache;
  cache.step(0.016F, false);
  CHECK(cache.find(1).texture == 0);
  CHECK(cache.put(1, 101, screenful).empty());
  CHECK(cache.put(2, 102, screenful).empty());
  CHECK(cache.step(0.016F, false));
  CHECK(cache.find(1).opacity < 0.5F);
  CHECK(cache.find(2).opacity == 1);
  CHECK_FALSE(cache.step(1, false));
  CHECK(cache.find(1).opacity == 1);
}

TEST_CASE("placeholders of pictures long out of sight are forgotten") {
  PictureCache cache;
  for (document::NodeId id = 1; id <= 300; ++id) {
    cache.step(0, true);
    (void)cache.find(id);
    cache.put_placeholder(id, 100U + id);
  }
  const std::vector<ImTextureID> freed = cache.forget_idle();
  CHECK(freed.size() > PictureCache::most_idle);
  CHECK(std::ranges::find(freed, 400) == freed.end());
  CHECK(cache.find(300).placeholder == 400);
  CHECK(cache.forget_idle().empty());
}

TEST_CASE("with reduced motion a picture is there at once") {
  PictureCache cache;
  cache.step(0, true);
  (void)cache.find(1);
  CHECK(cache.put(1, 101, screenful).empty());
  CHECK_FALSE(cache.step(0.016F, true));
  CHECK(cache.find(1).opacity == 1);
}

TEST_CASE("a placeholder is twelve opaque colours, and what is none of them is refused") {
  const auto pixels = paint::placeholder_pixels("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj");
  REQUIRE(pixels);
  for (std::size_t i = 0; i < 12; ++i) {
    CHECK((*pixels)[i * 4] == i * 3);
    CHECK((*pixels)[i * 4 + 2] == i * 3 + 2);
    CHECK((*pixels)[i * 4 + 3] == 255);
  }
  CHECK_FALSE(paint::placeholder_pixels(""));
  CHECK_FALSE(paint::placeholder_pixels("AAEC"));
  CHECK_FALSE(paint::placeholder_pixels("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISI\""));
}
