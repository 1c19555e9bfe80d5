// What a site says besides its pages: words that it gives, where it does not leave them to default_words.h.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace lacit::content {

/// Words that a site may leave out, by the codes of default_words.h: only those that it gives.
using OwnWords = std::map<std::string, std::string, std::less<>>;

/// Words of the frame around the pages.
struct Words {
  std::string skip, menu, more, text_view, painted_view, theme, theme_light, theme_dark, theme_system, source,
      filter_none, filter_count, illustration, required, add_to_calendar;
  OwnWords others;
};

/// What visitors call a time zone: «hora de Madrid» for `Europe/Madrid`.
struct ZoneName {
  std::string time_zone;
  std::string name;
};

/// How dates and times are written.
struct Dates {
  std::vector<std::string> months;  ///< Twelve, or none: the English ones.
  std::vector<ZoneName> zones;
  OwnWords words;
};

/// What the lightbox says.
struct GalleryWords {
  std::string next, previous, close, share, download, count, copied, failed, again;
};

}  // namespace lacit::content
