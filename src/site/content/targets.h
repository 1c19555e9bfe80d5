// Where links inside the site may lead: to pages, and to anchors that are shown where the link is.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/context.h"

namespace lacit::content {

/// Pages that the generator makes without a file of their own.
inline constexpr std::array<std::string_view, 1> generated_pages = {"notices"};
inline constexpr std::array<std::string_view, 2> needed_pages = {"home", "404"};

[[nodiscard]] inline std::string page_file(std::string_view slug) { return "pages/" + std::string(slug) + ".json"; }

/// Whether somebody may see both of two sections, by their regions; one without is shown in all.
[[nodiscard]] inline bool shown_together(std::string_view region, std::string_view other) {
  return region.empty() || other.empty() || region == other;
}

class Targets {
 public:
  Targets(std::string_view site_region, const Context& context);

  void check(Context& context, const Mention& link) const;

 private:
  void no_page(Context& context, const Mention& link, const std::string& page) const;
  void check_anchor(Context& context, const Mention& link, const std::string& page, const std::string& anchor) const;

  std::string site_region_;
  std::set<std::string> pages_;
  std::set<std::string> unread_;  ///< Their anchors are unknown.
  std::map<std::string, std::vector<const Mention*>> anchors_;
};

}  // namespace lacit::content
