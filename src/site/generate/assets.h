// What pages load: stylesheet, scripts, wasm, fonts, icons, media — published under names that carry their hash.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/result.h"
#include "document/node.h"
#include "generate/output.h"
#include "generate/site.h"
#include "html/document.h"

namespace lacit::generate {

class Assets {
 public:
  Assets(const Options& options, Output& output) : options_(options), output_(output) {}

  /// Publishes everything that is the same on all pages but the stylesheet, which waits for the first page's tree.
  [[nodiscard]] base::Result<bool> publish(const content::Site& site);

  /// The ratios of pictures in rows that any page has (document/row_ratio.h), before the first page's addresses.
  void add_row_ratios(const std::set<int>& percents);

  /// Addresses for a page. The navigation's thresholds come from its tree and the fonts' metrics.
  [[nodiscard]] const html::Assets& addresses(const document::Tree& tree);

  /// The published address of a file in content/media/.
  [[nodiscard]] std::string media(std::string_view file);
  /// What media() did not find, as one message; empty: nothing.
  [[nodiscard]] const std::string& missing() const { return missing_; }

 private:
  [[nodiscard]] base::Result<std::string> publish_file(const std::filesystem::path& folder, const std::string& name);
  /// A drawing of content/media/, cleaned.
  [[nodiscard]] base::Result<std::string> publish_drawing(const std::string& name);
  [[nodiscard]] base::Result<bool> publish_web();
  [[nodiscard]] base::Result<bool> publish_captcha(const content::Site& site);
  [[nodiscard]] base::Result<bool> publish_fonts();
  [[nodiscard]] base::Result<bool> publish_icons(const content::Site& site);
  [[nodiscard]] base::Result<bool> read_styles(const content::Site& site);
  [[nodiscard]] std::string thresholds(const document::Tree& tree) const;

  const Options& options_;
  Output& output_;
  html::Assets addresses_;
  std::string styles_;
  std::map<std::string, std::string, std::less<>> media_;
  std::string missing_;
};

}  // namespace lacit::generate
