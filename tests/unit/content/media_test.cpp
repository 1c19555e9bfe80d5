// Pictures: sizes of every format and the damage that downloads and hostile files bring.
#include "content/media.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/content/fixtures.h"

using namespace std::string_literals;
namespace content = lacit::content;
namespace tests = lacit::tests;

namespace {

/// `width x height`, or the error.
std::string measure(const std::string& name, const std::string& bytes) {
  const auto size = content::measure_picture(name, bytes);
  if (!size) return size.message();
  return std::to_string(size.value().width) + " x " + std::to_string(size.value().height);
}

std::string svg(const std::string& attributes) { return "<?xml version=\"1.0\"?>\n<svg " + attributes + "></svg>"; }

std::string file(const std::string& name) { return tests::read_bytes(tests::fixtures() / "good" / "media" / name); }

/// An extended WebP's first 30 bytes: width and height minus one in 24 bits, little endian.
std::string extended_webp() { return "RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\xFF\x07\0\x37\x04\0"s; }

/// A lossless WebP's: 14 bits each, minus one.
std::string lossless_webp() { return "RIFF\x16\0\0\0WEBPVP8L\x0A\0\0\0\x2F\x02\x40\0\0\0\0\0\0\0"s; }

}  // namespace

TEST_CASE("media: sizes of bitmaps") {
  CHECK(measure("dot.png", file("dot.png")) == "3 x 2");
  CHECK(measure("dot.jpg", file("dot.jpg")) == "3 x 2");
  CHECK(measure("dot.jpeg", file("dot.jpg")) == "3 x 2");
  CHECK(measure("dot.webp", file("dot.webp")) == "3 x 2");
  CHECK(measure("dot.webp", extended_webp()) == "2048 x 1080");
  CHECK(measure("dot.webp", lossless_webp()) == "3 x 2");
}

/// The beginning of a HEIF file: its brands, and a size property, each in its box.
std::string heif(const std::string& brand, const std::string& other) {
  return "\0\0\0\x18"
         "ftyp"s +
         brand + "\0\0\0\0"s + other + "miaf" +
         "\0\0\0\x14"
         "ispe\0\0\0\0\0\0\x0F\xC0\0\0\x0B\xD0"s;
}

TEST_CASE("media: HEIC and AVIF are told apart by their brands") {
  CHECK(measure("IMG_1.HEIC", heif("heic", "mif1")) == "4032 x 3024");
  CHECK(measure("a.heif", heif("mif1", "heic")) == "4032 x 3024");
  CHECK(measure("a.avif", heif("avif", "mif1")) == "4032 x 3024");
  CHECK(measure("a.avif", heif("mif1", "avif")) == "4032 x 3024");
  CHECK(measure("a.heic", heif("avif", "mif1")).starts_with("the file is an AVIF"));
  CHECK(measure("a.jpg", heif("heic", "mif1")).ends_with("rename it to end in .heic"));
}

TEST_CASE("media: more pixels than anybody needs are refused by the header alone") {
  std::string png = file("dot.png");
  png[18] = png[22] = '\xEA';
  png[19] = png[23] = '\x60';
  CHECK(measure("a.png", png) ==
        "the picture has 60000 × 60000 pixels, 150 million in all are the limit; make it smaller");
}

TEST_CASE("media: sizes of SVG") {
  CHECK(measure("a.svg", svg("viewBox=\"0 0 960 836\"")) == "960 x 836");
  CHECK(measure("a.svg", svg("viewBox='-10,-5.5 , 96.4 83.5'")) == "96 x 84");
  CHECK(measure("a.svg", svg("width=\"20px\" height=\"10\"")) == "20 x 10");
  CHECK(measure("a.svg", svg("width=\"100%\" height=\"100%\" viewBox=\"0 0 4 3\"")) == "4 x 3");
  CHECK(measure("a.svg", svg("stroke-width=\"3\"")) == "the SVG does not tell its size; give it a viewBox");
  for (const char* box : {"", "0 0 9", "0 0 -9 9", "0 0 0 9", "0 0 99999999999999999999 9", "0 0 1. 9", "a b c d"}) {
    CAPTURE(box);
    CHECK(measure("a.svg", svg("viewBox=\""s + box + "\"")) == "the SVG does not tell its size; give it a viewBox");
  }
}

TEST_CASE("media: an SVG that is more than a picture") {
  const auto with = [](const std::string& inside) { return "<svg viewBox=\"0 0 9 9\">" + inside + "</svg>"; };
  CHECK(measure("a.svg", with("<path d=\"M0 0\"/>")) == "9 x 9");
  for (const std::string inside : {"<script>1</script>", "<SCRIPT/>", "<foreignObject/>", "<g onload=\"x\"/>",
                                   "<a href=\"javascript:x\"/>", "<g\nonclick='x'/>"}) {
    CAPTURE(inside);
    CHECK(measure("a.svg", with(inside)).ends_with("delete it, a picture needs none"));
  }
}

TEST_CASE("media: what cannot be shown") {
  const std::string damaged = "the picture is damaged or cut short; export it anew";
  CHECK(measure("a.png", file("dot.jpg")) == "the file is a JPEG, but its name ends in .png; rename it to end in .jpg");
  CHECK(measure("a", file("dot.png")) == "the file is a PNG, but its name ends in ; rename it to end in .png");
  CHECK(measure("a.gif", "GIF89a") == "the file is a GIF, which stays coarse; export it as PNG or WebP");
  CHECK(measure("a.png", "") == "the file is empty; export it anew");
  CHECK(measure("a.jpg", "Hello.\n").starts_with("the file is text; export it as JPEG"));
  CHECK(measure("a.jpg", "II*\0\x08\0\0\0"s).ends_with("; export it as JPEG"));
  CHECK(measure("a.heic",
                "\0\0\0\x14"
                "ftypqt  \0\0\0\0qt  "s)
            .starts_with("the file is a film"));
  CHECK(measure("a.svg", svg("viewBox='0 0 9 9'") + std::string(content::largest_svg, ' '))
            .starts_with("the picture has 5 MB, 4 are the limit"));
  SUBCASE("every beginning of a bitmap is refused or measured, never read beyond") {
    for (const char* name : {"dot.png", "dot.jpg", "dot.webp"}) {
      const std::string whole = file(name);
      for (std::size_t length = 12; length < whole.size(); ++length) {
        const std::string found = measure(name, whole.substr(0, length));
        CHECK((found == damaged || found == "3 x 2"));
      }
    }
  }
  SUBCASE("sizes of zero or beyond 65535") {
    std::string png = file("dot.png");
    png[19] = '\0';
    CHECK(measure("a.png", png) == damaged);
    png[16] = '\x7F';
    CHECK(measure("a.png", png) == damaged);
  }
}
