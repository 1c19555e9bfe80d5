// The pictures of a content folder: looked at before the content is loaded, and made ready for publishing after.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "content/media.h"
#include "pictures/index.h"

namespace lacit::pictures {

/// One file that is published of a picture.
struct Rendition {
  int width = 0;
  std::string_view format;  ///< One of `formats`.
  std::filesystem::path file;
  std::uintmax_t size = 0;
};

/// What is published of a picture, under `/assets/STEM.ID-WIDTH.FORMAT`.
struct Developed {
  std::string stem;
  std::string id;
  std::vector<Rendition> renditions;  ///< By width, then by format.
  std::filesystem::path drawing{};    ///< The cleaned file; empty for bitmaps.
};

struct Outcome {
  std::map<std::string, Developed, std::less<>> pictures;
  std::size_t anew = 0;  ///< How many were not there from an earlier build.
};

class Studio {
 public:
  /// `cache`: where earlier work is kept; builds may share it, also at the same time.
  explicit Studio(std::filesystem::path cache);

  /// What each file is, or why it cannot be shown: every pixel was decoded, now or by an earlier build. A
  /// content::Surveyor.
  [[nodiscard]] content::Catalogue survey(const std::filesystem::path& media, const std::vector<std::string>& names);

  /// Why nothing could be looked at: the program for it is missing. Empty: it is there, or was not needed.
  [[nodiscard]] const std::string& failure() const { return failure_; }

  /// Where the cleaned file of a drawing lies that survey() has found good.
  [[nodiscard]] std::filesystem::path cleaned_drawing(const std::string& name) const;

  /// All sizes and formats of those pictures, which survey() has found good. `paper`: `#RRGGBB`, under what is
  /// transparent, in JPEG. The error has a line for each file that cannot be done.
  [[nodiscard]] base::Result<Outcome> develop(const std::vector<std::string>& names, const std::string& paper);

 private:
  struct Known {
    std::filesystem::path path;
    content::PictureKind kind = content::PictureKind::jpeg;
    std::string hash;
    int width = 0;
    int height = 0;
    bool alpha = false;
  };

  /// What renditions are made of: the editor's file, or the cleaned drawing.
  struct Source {
    std::filesystem::path path;
    std::string hash;
  };
  [[nodiscard]] static Source source_of(const Known& known, const std::filesystem::path& drawing);
  [[nodiscard]] base::Result<bool> recognise(const std::string& name, Known& known);
  [[nodiscard]] base::Result<content::PictureFacts> facts_of(const std::string& name, const Message& verdict);
  /// Whether nothing of what was made of it is missing in the cache.
  [[nodiscard]] bool is_kept(const std::string& name) const;
  void look_at(const std::vector<std::string>& names, content::Catalogue& catalogue);

  std::filesystem::path cache_;
  Index index_;
  std::map<std::string, Known, std::less<>> known_;
  std::string failure_;
};

/// In the user's own cache. The error says how to name another place.
[[nodiscard]] base::Result<std::filesystem::path> default_cache();

}  // namespace lacit::pictures
