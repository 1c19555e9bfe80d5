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
  const std::uint64_t size = bytes.size();
  return {.bytes = std::move(bytes), .tag = std::move(tag), .file = {}, .size = size};
}

bool is_picture(const fs::path& path) {
  const fs::path ending = path.extension();
  return ending == ".avif" || ending == ".webp" || ending == ".jpg" || ending == ".jpeg" || ending == ".png";
}

/// What has its hash in its name is known by that, on all servers alike; else by size and time.
Representation on_disk(const fs::directory_entry& entry, const std::string& address) {
  std::error_code error;
  const std::uint64_t size = entry.file_size(error);
  const auto time = entry.last_write_time(error).time_since_epoch().count();
  const std::string name = entry.path().filename().string();
  const std::string tag = is_immutable(address) ? name.substr(name.find('.') + 1)
                                                : base::short_hash(std::to_string(size) + " " + std::to_string(time));
  return {.bytes = {}, .tag = "\"" + tag + "\"", .file = entry.path().string(), .size = size};
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
    if (!entry.is_regular_file(error) || is_coded(path) || path.extension() == ".new") continue;
    if (entry.is_symlink(error) && !is_inside(path, root)) continue;
    const std::string address = "/" + path.lexically_relative(root).generic_string();
    Resource& resource = files->resources_[address];
    resource.identity = is_picture(path) ? on_disk(entry, address) : represent(read_bytes(path));
    if (path.extension() == ".html") resource.inline_scripts = hashes_of_scripts(resource.identity.bytes);
    for (const auto& [ending, coding] : {std::pair{".br", Coding::brotli}, std::pair{".gz", Coding::gzip}}) {
      const fs::path sibling = path.string() + ending;
      if (fs::exists(sibling, error)) resource.coded[coding] = represent(read_bytes(sibling));
    }
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
    const bool assets = at.depth() == 0 && at->path().filename() == "assets" && at->is_directory(ignored);
    if (assets) at.disable_recursion_pending();
    if (!assets && !at->is_regular_file(ignored)) continue;
    const auto time = static_cast<std::uint64_t>(at->last_write_time(ignored).time_since_epoch().count());
    sum += base::fnv1a(at->path().native()) ^ (time * 31 + (assets ? 0 : at->file_size(ignored)));
  }
  return error ? 0 : sum;
}

}  // namespace lacit::server
