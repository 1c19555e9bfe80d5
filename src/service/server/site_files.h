// The site's folder in memory: a table from URL path to bytes; of pictures, which may be gigabytes, only where they
// lie. Only what is in the table can be served, so no spelling of a path reaches a file outside of the folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "forms_file/forms_file.h"
#include "server/negotiation.h"

namespace lacit::server {

/// One encoding of a file, with its own strong entity tag (RFC 9110, 8.8.3).
struct Representation {
  std::string bytes;
  std::string tag;
  std::string file{};      ///< Path; read when it is asked for, in place of `bytes`. Empty: those are all.
  std::uint64_t size = 0;  ///< Of either.
};

struct Resource {
  Representation identity;
  std::map<Coding, Representation> coded;
  std::string inline_scripts;  ///< Of a page: ` 'sha256-…'` for each, the only ones that its policy lets run.

  [[nodiscard]] bool has(Coding coding) const { return coded.contains(coding); }
  [[nodiscard]] const Representation& in(Coding coding) const {
    return coding == Coding::identity ? identity : coded.at(coding);
  }
};

class SiteFiles {
 public:
  /// Reads the whole folder; links that lead out of it are left out. Fails where it is missing or has no index.html.
  static base::Result<std::shared_ptr<const SiteFiles>> read(const std::filesystem::path& folder);

  /// By URL path: `/about/` gives its index.html. Null where there is nothing.
  [[nodiscard]] const Resource* find(std::string_view path) const;
  /// True where `path` plus a slash would be found.
  [[nodiscard]] bool is_folder(std::string_view path) const;
  /// What the site says where there is no page to show; empty where it was built without that.
  [[nodiscard]] std::string_view words(std::string_view code) const;

 private:
  std::map<std::string, Resource, std::less<>> resources_;
  forms::ReplyWords words_;
};

/// Changes when any file of the folder does: sizes, times, names; 0 where the folder cannot be looked through just now.
/// Of `assets/`, whose names carry hashes, only comings and goings are seen. Cheap enough to ask once a second.
[[nodiscard]] std::uint64_t fingerprint(const std::filesystem::path& folder);

}  // namespace lacit::server
