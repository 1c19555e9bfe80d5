// The pictures that pages name: developed in all sizes and formats, and published under names that carry their hash.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "content/model.h"
#include "generate/output.h"
#include "markup/printer.h"
#include "pictures/studio.h"

namespace lacit::generate {

/// The files of the pictures that visitors of these pages can see, each once.
[[nodiscard]] std::vector<std::string> shown_pictures(const std::string& region,
                                                      const std::vector<content::Page>& pages);

/// As pages name it: JPEG as what every browser knows, the better formats before it.
[[nodiscard]] markup::Media media_of(const pictures::Developed& developed);

class Pictures {
 public:
  /// `cache`: that of compressed files.
  explicit Pictures(std::filesystem::path cache) : cache_(std::move(cache)) {}

  /// Develops them all and adds their files to the output.
  [[nodiscard]] base::Result<bool> publish(pictures::Studio& studio, const std::vector<std::string>& files,
                                           const std::string& paper, Output& output);

  /// Null for what is no developed picture.
  [[nodiscard]] const markup::Media* find(std::string_view file) const;

  [[nodiscard]] std::size_t count() const { return media_.size(); }
  [[nodiscard]] std::size_t anew() const { return anew_; }

 private:
  void prefer_vector(const std::string& file, const pictures::Developed& developed, Output& output);

  std::filesystem::path cache_;
  std::map<std::string, markup::Media, std::less<>> media_;
  std::size_t anew_ = 0;
};

}  // namespace lacit::generate
