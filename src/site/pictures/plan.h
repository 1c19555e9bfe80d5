// What is made of a picture: which widths, under which names. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/media.h"

namespace lacit::pictures {

/// Changes whenever the same file would come out otherwise, so that nothing old is taken from the cache.
inline constexpr std::string_view pipeline_version = "2";
/// The same for drawings alone: what is cleaned otherwise needs no photo to be encoded anew.
inline constexpr std::string_view drawings_version = "2.1";

/// The formats that are published, the best one first; JPEG is the one that all browsers know.
inline constexpr std::string_view formats[] = {"avif", "webp", "jpg"};

/// The longest side that every format takes: WebP has 14 bits for it (RFC 9649, 3.4 and RFC 6386, 9.1).
inline constexpr int longest_side = 16'383;

/// The widths in pixels, ascending. Bitmaps are never enlarged; where one lies between two steps, its own width is the
/// last. Vectors have no width of their own. No height is beyond `longest_side`: of what is taller, the last width is
/// the one that just fits.
[[nodiscard]] std::vector<int> widths_of(content::PictureKind kind, int own_width, int own_height);

/// To the nearest pixel, at least one.
[[nodiscard]] int height_at(int width, int own_width, int own_height);

/// `img_1234` of `IMG_1234.HEIC`: what stands in published names, of small letters, digits, - and _.
[[nodiscard]] std::string stem_of(std::string_view file);

/// Twelve hexadecimal digits that stand for what is made of the file with these bytes: `content` is their hash, `paper`
/// the colour that transparent pixels get in JPEG, as `#RRGGBB`; empty where none are.
[[nodiscard]] std::string edition(std::string_view content, std::string_view paper);

/// Where in the cache a drawing lies as it is published: `content` is the hash of the editor's file.
[[nodiscard]] std::string cleaned_name(std::string_view content);

}  // namespace lacit::pictures
