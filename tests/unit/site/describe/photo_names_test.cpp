// Addresses of pictures in galleries.
#include "describe/photo_names.h"

#include <doctest/doctest.h>

using lacit::describe::photo_names;
using Names = std::vector<std::string>;

TEST_CASE("11.B13: every picture of a page has an address of its own") {
  CHECK(photo_names({"porch.jpg", "walk.svg"}) == Names{"porch", "walk"});
  CHECK(photo_names({"img_1.jpg", "img_1.png", "img_1.webp"}) == Names{"img_1", "img_1.png", "img_1.webp"});
  CHECK(photo_names({"img_1.jpg", "img_1.png", "img_1.png.jpg"}) == Names{"img_1", "img_1.png-2", "img_1.png"});
  CHECK(photo_names({"a.jpg", "a.jpg", "a.jpg"}) == Names{"a", "a.jpg", "a.jpg-2"});
  CHECK(photo_names({"IMG_1.jpg", "img_1.jpg"}) == Names{"IMG_1", "img_1"});
}

TEST_CASE("11.B13: an address that was shared stays good when pictures join the page after it") {
  const Names before = photo_names({"a.jpg", "b.png"});
  const Names after = photo_names({"a.jpg", "b.png", "a.png", "b.jpg"});
  CHECK(Names(after.begin(), after.begin() + 2) == before);
}
