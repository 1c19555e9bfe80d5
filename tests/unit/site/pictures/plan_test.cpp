// Which sizes a picture gets and how its files are named.
#include "pictures/plan.h"

#include <doctest/doctest.h>

using namespace lacit;
using content::PictureKind;
using Widths = std::vector<int>;

TEST_CASE("pictures: widths up to the picture's own, never more") {
  CHECK(pictures::widths_of(PictureKind::jpeg, 1, 1) == Widths{1});
  CHECK(pictures::widths_of(PictureKind::jpeg, 319, 200) == Widths{319});
  CHECK(pictures::widths_of(PictureKind::jpeg, 320, 200) == Widths{320});
  CHECK(pictures::widths_of(PictureKind::png, 700, 500) == Widths{320, 480, 640, 700});
  CHECK(pictures::widths_of(PictureKind::heic, 4032, 3024) == Widths{320, 480, 640, 960, 1280, 1920, 2560});
  CHECK(pictures::widths_of(PictureKind::svg, 24, 24) == Widths{320, 480, 640, 960, 1280, 1440});
}

TEST_CASE("pictures: 11.B13: no height is beyond what every format takes") {
  CHECK(pictures::widths_of(PictureKind::png, 1000, 16'383) == Widths{320, 480, 640, 960, 1000});
  CHECK(pictures::widths_of(PictureKind::png, 1000, 20'000) == Widths{320, 480, 640, 819});
  CHECK(pictures::widths_of(PictureKind::png, 10, 20'000) == Widths{8});
  CHECK(pictures::widths_of(PictureKind::png, 1, 150'000'000) == Widths{1});
  CHECK(pictures::widths_of(PictureKind::svg, 1, 100) == Widths{163});
  for (const int height : {1, 99, 16'383, 16'384, 20'000, 65'535, 1'000'000}) {
    for (const int width : {100, 321, 2560, 9000, 65'535}) {
      const Widths widths = pictures::widths_of(PictureKind::jpeg, width, height);
      CAPTURE(width);
      CAPTURE(height);
      const bool possible = height <= 100 * width;
      CHECK((!possible || pictures::height_at(widths.back(), width, height) <= pictures::longest_side));
    }
  }
}

TEST_CASE("pictures: heights keep the ratio and are never nothing") {
  CHECK(pictures::height_at(640, 4032, 3024) == 480);
  CHECK(pictures::height_at(480, 1600, 1067) == 320);
  CHECK(pictures::height_at(320, 50000, 3) == 1);
}

TEST_CASE("pictures: names") {
  CHECK(pictures::stem_of("IMG_1234.HEIC") == "img_1234");
  CHECK(pictures::stem_of("PXL_2026.MP.jpg") == "pxl_2026-mp");
  const std::string id = pictures::edition("0123456789abcdef", "");
  CHECK(id.size() == 12);
  CHECK(id == pictures::edition("0123456789abcdef", ""));
  CHECK(id != pictures::edition("0123456789abcdee", ""));
  CHECK(id != pictures::edition("0123456789abcdef", "#FBFAF7"));
}
