#include "codecs/jobs.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "base/hash.h"
#include "codecs/jpeg_check.h"
#include "codecs/load.h"
#include "codecs/placeholder.h"
#include "codecs/redraw.h"
#include "codecs/save.h"
#include "codecs/time_limit.h"
#include "codecs/upright.h"
#include "content/media_size.h"
#include "content/media_svg.h"
#include "drawings/clean.h"
#include "pictures/plan.h"
#include "pictures/source.h"

namespace lacit::codecs {

using content::PictureKind;
using pictures::Message;

namespace {

int number(std::string_view text, int base = 10) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, base);
  return value;
}

/// Whole, and the same bytes that lacit looked at.
std::string read(const std::string& file, const std::string& hash) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(stream), {});
  if (pictures::hash_of(bytes) != hash) throw Problem("the file changed while it was read", "build again");
  return bytes;
}

/// The drawing as it is published, kept for whoever publishes it. That it cannot be kept is said by those who miss it.
std::string clean(const std::string& bytes, const std::filesystem::path& kept) {
  auto drawing = drawings::cleaned(bytes, redrawn);
  if (!drawing) throw Problem(drawing.error());
  const std::filesystem::path fresh = kept.string() + ".new-" + std::to_string(getpid());
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << drawing.value().bytes;
  out.close();
  std::error_code ignored;
  if (out) std::filesystem::rename(fresh, kept, ignored);
  std::filesystem::remove(fresh, ignored);
  return std::move(drawing.value().bytes);
}

Size size_of(PictureKind kind, std::string_view bytes, VipsImage* image) {
  if (kind != PictureKind::svg) return upright_size(image);
  const auto size = content::measure_svg(bytes);
  return size ? Size{size.value().width, size.value().height} : Size{};
}

/// Large ones need not be decoded at their full size for a few colours, as long as all of it is read.
Image small_version(PictureKind kind, std::string_view bytes, Size& full) {
  constexpr int enough = 64;
  if (kind == PictureKind::svg) {
    full = size_of(kind, bytes, nullptr);
    return load_svg(bytes, enough, pictures::height_at(enough, full.width, full.height));
  }
  const Image header = load_bitmap(kind, bytes);
  full = upright_size(header.get());
  const int shorter = std::min(full.width, full.height);
  const int shrink = kind != PictureKind::jpeg || shorter < 8 * enough ? 1 : 8;
  const Image smaller = shrink == 1 ? nullptr : load_bitmap(kind, bytes, shrink);
  VipsImage* image = smaller ? smaller.get() : header.get();
  const int factor = std::max(1, shorter / shrink / enough);
  // Rounded up, so that the last rows are read too.
  return made([&](VipsImage** out) { return vips_shrink(image, out, factor, factor, "ceil", TRUE, nullptr); });
}

/// Seconds of computing for a file that is as large as it says; slow machines need a third of that.
unsigned seconds_for(PictureKind kind, std::string_view bytes) {
  constexpr unsigned least = 10;
  if (kind == PictureKind::svg) return 6 * least;
  const auto size = content::measure_bitmap(kind, bytes);
  const std::int64_t pixels = size ? std::int64_t{size->width} * size->height : 0;
  return least + static_cast<unsigned>(std::min(pixels, content::most_pixels) / 1'000'000);
}

Message survey(PictureKind kind, std::string_view bytes) {
  limit_time(seconds_for(kind, bytes));
  if (kind == PictureKind::jpeg) check_jpeg(bytes);
  Size full;
  const Image small = small_version(kind, bytes, full);
  const Image plain = upright(small.get(), upright_size(small.get()));
  return {"seen", std::to_string(full.width), std::to_string(full.height),
          vips_image_hasalpha(plain.get()) != 0 ? "1" : "0", placeholder(plain.get())};
}

int shrink_for(Size full, Size largest) {
  const int factor = full.width / std::max(1, largest.width);
  return factor >= 16 ? 8 : factor >= 8 ? 4 : factor >= 4 ? 2 : 1;  // What is left over is for the better filter.
}

Image largest_version(PictureKind kind, std::string_view bytes, Size largest) {
  if (kind == PictureKind::svg) {
    const Image drawn = load_svg(bytes, largest.width, largest.height);
    return upright(drawn.get(), largest);
  }
  const Image header = load_bitmap(kind, bytes);
  const int shrink = kind == PictureKind::jpeg ? shrink_for(upright_size(header.get()), largest) : 1;
  const Image image = shrink == 1 ? nullptr : load_bitmap(kind, bytes, shrink);
  return upright(image ? image.get() : header.get(), largest);
}

std::array<double, 3> colour(std::string_view paper) {
  std::array<double, 3> parts{255, 255, 255};
  for (std::size_t i = 0; paper.size() == 7 && i < 3; ++i) parts[i] = number(paper.substr(1 + 2 * i, 2), 16);
  return parts;
}

Message develop(PictureKind kind, std::string_view bytes, const Message& job) {
  limit_time(most_seconds);
  const std::filesystem::path folder = job[4];
  std::vector<Size> sizes;
  for (std::size_t i = 6; i < job.size(); ++i) {
    sizes.push_back({number(job[i]), number(std::string_view(job[i]).substr(job[i].find('x') + 1))});
  }
  const Image largest = largest_version(kind, bytes, sizes.back());
  const Look look = look_of(largest.get());
  for (const Size size : sizes) {
    const bool vector = kind == PictureKind::svg && size.width != sizes.back().width;
    const Image image = vector ? largest_version(kind, bytes, size) : resized(largest.get(), size);
    for (const std::string_view format : pictures::formats) {
      save(image.get(), look, format, folder / (std::to_string(size.width) + "." + std::string(format)),
           colour(job[5]));
    }
  }
  return {"done"};
}

}  // namespace

Message answer(const Message& job) try {
  if (job.size() < 4)
    return pictures::problem_message({"lacit and lacit-pictures do not fit together", "run ./dev build"});
  vips_error_clear();  // What was odd about an earlier file is no word about this one.
  const auto kind = static_cast<PictureKind>(number(job[1]));
  const std::string bytes = read(job[3], job[2]);
  if (job[0] == "develop" && job.size() > 6) return develop(kind, bytes, job);
  const bool vector = kind == PictureKind::svg && job.size() > 4;
  return survey(kind, vector ? clean(bytes, job[4]) : bytes);
} catch (const Problem& problem) {
  return pictures::problem_message(problem.error());
} catch (const std::bad_alloc&) {
  return pictures::problem_message({"the picture needs too much memory", "make it smaller"});
}

}  // namespace lacit::codecs
