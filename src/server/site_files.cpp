#include "server/site_files.h"

#include <fstream>
#include <iterator>

#include "base/hash.h"
#include "server/sha256.h"

namespace lacit::server {

namespace fs = std::filesystem;

namespace {

std::string read_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Representation represent(std::string bytes) {
  std::string tag = "\"" + base::short_hash(bytes) + "\"";
  return {.bytes = std::move(bytes), .tag = std::move(tag)};
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), real.begin(), real.end());
  return !error && end == folder.end();
}

bool is_coded(const fs::path& path) { return path.extension() == ".br" || path.extension() == ".gz"; }

// CSP 3, 8.3: the hash of what stands between the tags. Scripts with a source or a type are none of these.
std::string hashes_of_scripts(std::string_view html) {
  constexpr std::string_view open = "<script>";
  std::string hashes;
  for (std::size_t at = html.find(open); at != std::string_view::npos; at = html.find(open, at)) {
    at += open.size();
    const std::string_view script = html.substr(at, html.find("</script>", at) - at);
    hashes += " 'sha256-" + sha256_base64(script) + "'";
  }
  return hashes;
}

}  // namespace

base::Result<std::shared_ptr<const SiteFiles>> SiteFiles::read(const fs::path& folder) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error || !fs::exists(root / "index.html")) {
    return base::Error{folder.string() + " holds no built site (index.html is missing); run ./dev build first"};
  }
  auto files = std::make_shared<SiteFiles>();
  for (const auto& entry : fs::recursive_directory_iterator(root, error)) {
    const fs::path& path = entry.path();
    if (!entry.is_regular_file(error) || is_coded(path) || path.extension() == ".new" || !is_inside(path, root))
      continue;
    Resource resource;
    resource.identity = represent(read_bytes(path));
    if (path.extension() == ".html") resource.inline_scripts = hashes_of_scripts(resource.identity.bytes);
    for (const auto& [ending, coding] : {std::pair{".br", Coding::brotli}, std::pair{".gz", Coding::gzip}}) {
      const fs::path sibling = path.string() + ending;
      if (fs::exists(sibling, error)) resource.coded[coding] = represent(read_bytes(sibling));
    }
    files->resources_["/" + fs::relative(path, root).generic_string()] = std::move(resource);
  }
  return std::shared_ptr<const SiteFiles>(std::move(files));
}

const Resource* SiteFiles::find(std::string_view path) const {
  const std::string wanted = path.ends_with('/') ? std::string(path) + "index.html" : std::string(path);
  const auto found = resources_.find(wanted);
  return found == resources_.end() ? nullptr : &found->second;
}

bool SiteFiles::is_folder(std::string_view path) const {
  return resources_.contains(std::string(path) + "/index.html");
}

std::uint64_t fingerprint(const fs::path& folder) {
  std::error_code error;
  std::error_code ignored;
  std::uint64_t sum = 0;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (!at->is_regular_file(ignored)) continue;
    const auto time = static_cast<std::uint64_t>(at->last_write_time(ignored).time_since_epoch().count());
    sum += base::fnv1a(at->path().native()) ^ (time * 31 + at->file_size(ignored));
  }
  return error ? 0 : sum;
}

}  // namespace lacit::server
