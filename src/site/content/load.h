// JSON files to the content model, with every problem in them.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "content/media.h"
#include "content/model.h"
#include "content/problem.h"

namespace lacit::content {

struct File {
  std::string path;  ///< In the content folder, with `/`: `site.json`, `pages/about.json`.
  std::string bytes;
};

struct Loaded {
  Content content;                ///< Complete only where there are no problems.
  std::vector<Problem> problems;  ///< By file, line and column.
  std::vector<Problem> warnings;  ///< What may be meant: the site is built all the same. In the same order.
};

/// Loads without touching a disk: `site.json`, every `pages/*.json`, and the pictures that there are. Never throws and
/// never fails, whatever the bytes are; what is wrong is in the problems.
[[nodiscard]] Loaded load(std::span<const File> files, const Catalogue& media);

/// Looks at the named files of a folder; gives an answer for each.
using Surveyor = std::function<Catalogue(const std::filesystem::path& media, const std::vector<std::string>& names)>;

/// Only what stands in the files' beginnings: nothing is decoded, no drawing is judged. Who publishes asks for more
/// (pictures/studio.h).
[[nodiscard]] Catalogue measure_folder(const std::filesystem::path& media, const std::vector<std::string>& names);

/// Loads a content folder. Problems name files as `folder/…`, so that they can be opened from where one stands.
[[nodiscard]] Loaded load_folder(const std::filesystem::path& folder, const Surveyor& surveyor = measure_folder);

}  // namespace lacit::content
