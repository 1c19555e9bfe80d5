#include "generate/pictures.h"

#include <algorithm>
#include <set>

#include "generate/compress.h"
#include "generate/files.h"

namespace lacit::generate {
namespace {

/// Larger screens take it from the srcset; this is what is opened, saved and shared.
constexpr int widest_address = 1920;
/// Pixels that a picture is mostly shown at.
constexpr int usual_width = 640;

struct Collector {
  std::set<std::string>& files;

  void operator()(const content::Hero& hero) const {
    if (hero.picture) files.insert(hero.picture->file);
  }
  void operator()(const content::People& people) const {
    for (const content::Person& person : people.people) {
      if (person.picture) files.insert(person.picture->file);
    }
  }
  void operator()(const content::Gallery& gallery) const {
    for (const content::Picture& picture : gallery.pictures) files.insert(picture.file);
  }
  template <typename Other>
  void operator()(const Other&) const {}
};

std::string path_of(const pictures::Developed& developed, const pictures::Rendition& rendition) {
  return "assets/" + developed.stem + "." + developed.id + "-" + std::to_string(rendition.width) + "." +
         std::string(rendition.format);
}

std::string srcset(const pictures::Developed& developed, std::string_view format) {
  std::string set;
  for (const pictures::Rendition& each : developed.renditions) {
    if (each.format != format) continue;
    set += (set.empty() ? "/" : ", /") + path_of(developed, each) + " " + std::to_string(each.width) + "w";
  }
  return set;
}

}  // namespace

std::vector<std::string> shown_pictures(const std::string& region, const std::vector<content::Page>& pages) {
  std::set<std::string> files;
  for (const content::Page& page : pages) {
    for (const content::Section& section : page.sections) {
      if (section.region.empty() || section.region == region) std::visit(Collector{files}, section.body);
    }
  }
  return {files.begin(), files.end()};
}

markup::Media media_of(const pictures::Developed& developed) {
  markup::Media media{.address = {}, .srcset = srcset(developed, "jpg"), .formats = {}};
  for (const pictures::Rendition& each : developed.renditions) {
    const bool fits = each.format == "jpg" && (media.address.empty() || each.width <= widest_address);
    if (fits) media.address = "/" + path_of(developed, each);
  }
  media.formats.push_back({.type = "image/avif", .srcset = srcset(developed, "avif")});
  media.formats.push_back({.type = "image/webp", .srcset = srcset(developed, "webp")});
  return media;
}

base::Result<bool> Pictures::publish(pictures::Studio& studio, const std::vector<std::string>& files,
                                     const std::string& paper, Output& output) {
  const auto outcome = studio.develop(files, paper);
  if (!outcome) return outcome.error();
  for (const auto& [file, developed] : outcome.value().pictures) {
    for (const pictures::Rendition& each : developed.renditions) {
      output.add_file(path_of(developed, each), {.path = each.file, .size = each.size});
    }
    media_.emplace(file, media_of(developed));
    if (!developed.drawing.empty()) prefer_vector(file, developed, output);
  }
  anew_ = outcome.value().anew;
  return true;
}

// A drawing takes mostly a tenth of its renditions' bytes and is sharp at every size: then it is what browsers take,
// and the renditions are for those who save, share or open the picture. A traced photo stays behind them.
void Pictures::prefer_vector(const std::string& file, const pictures::Developed& developed, Output& output) {
  auto vector = read_file(developed.drawing);
  const auto shown = std::ranges::find_if(developed.renditions, [](const pictures::Rendition& each) {
    return each.format == "avif" && each.width >= usual_width;
  });
  if (!vector || shown == developed.renditions.end()) return;
  if (compressed(vector.value(), Encoding::brotli, cache_).size() >= shown->size) return;
  // A width, though there is no choice: sources with and without one may not be mixed (HTML 4.8.2).
  const std::string widest = " " + std::to_string(developed.renditions.back().width) + "w";
  std::vector<markup::Media::Format>& formats = media_.at(file).formats;
  formats.insert(formats.begin(),
                 {.type = "image/svg+xml", .srcset = output.add_asset(file, std::move(vector.value())) + widest});
}

const markup::Media* Pictures::find(std::string_view file) const {
  const auto found = media_.find(file);
  return found == media_.end() ? nullptr : &found->second;
}

}  // namespace lacit::generate
