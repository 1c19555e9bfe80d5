// The static site: content in, a folder out that any web server can serve.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "content/model.h"
#include "html/shell.h"
#include "pictures/studio.h"

namespace lacit::generate {

/// Where things come from and go to. Empty paths leave that part out.
struct Options {
  std::filesystem::path content;  ///< With `media/` in it.
  std::filesystem::path out;
  std::filesystem::path web;     ///< Bundled scripts and the wasm.
  std::filesystem::path styles;  ///< Hand-written stylesheets.
  std::filesystem::path fonts;
  std::filesystem::path icons;  ///< PNG renderings of the mark.
  std::filesystem::path licences;
  std::filesystem::path cache;  ///< Of compressed files.
  std::int64_t now = 0;         ///< Unix seconds: when events are said to have changed, if they have.
  html::Shell shell = html::Shell::built_in();
  /// Develops the pictures that pages name; null: they are published as they are.
  pictures::Studio* studio = nullptr;
};

struct Summary {
  std::size_t pages = 0;
  std::size_t files = 0;
  std::size_t bytes = 0;
  std::size_t pictures = 0;   ///< That were developed, now or earlier.
  std::size_t developed = 0;  ///< Of these now.
};

[[nodiscard]] base::Result<Summary> generate(const content::Content& content, const Options& options);

}  // namespace lacit::generate
