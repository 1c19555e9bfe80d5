#include "server/site_files.h"

#include "base/hash.h"
#include "base/paths.h"
#include "base/plain_file.h"
#include "forms_file/refusals_file.h"
#include "server/sha256.h"

namespace lacit::server {

namespace fs = std::filesystem;

namespace {

base::Result<Representation> in_memory(const fs::path& path) {
  base::Result<std::string> read = base::read_plain_file(path);
  if (!read) return base::Error{path.string() + ": " + read.message()};
  std::string& bytes = read.value();
  std::string tag = "\"" + base::short_hash(bytes) + "\"";
  const std::uint64_t size = bytes.size();
  return Representation{.bytes = std::move(bytes), .tag = std::move(tag), .file = {}, .size = size};
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
  return !error && base::lies_in(real, folder);
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

base::Result<Resource> read_resource(const fs::directory_entry& entry, const std::string& address) {
  const fs::path& path = entry.path();
  Resource resource;
  auto identity = is_picture(path) ? base::Result(on_disk(entry, address)) : in_memory(path);
  if (!identity) return identity.error();
  resource.identity = std::move(identity.value());
  if (path.extension() == ".html") resource.inline_scripts = hashes_of_scripts(resource.identity.bytes);
  for (const auto& [ending, coding] : {std::pair{".br", Coding::brotli}, std::pair{".gz", Coding::gzip}}) {
    const fs::path sibling = path.string() + ending;
    std::error_code error;
    if (!fs::is_regular_file(sibling, error)) continue;
    auto coded = in_memory(sibling);
    if (!coded) return coded.error();
    resource.coded[coding] = std::move(coded.value());
  }
  return resource;
}

}  // namespace

base::Result<std::shared_ptr<const SiteFiles>> SiteFiles::read(const fs::path& folder) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error || !fs::exists(root / "index.html", error)) {
    return base::Error{folder.string() + " holds no built site (index.html is missing); run ./dev build first"};
  }
  auto files = std::make_shared<SiteFiles>();
  std::error_code stopped;
  for (fs::recursive_directory_iterator at(root, stopped), end; !stopped && at != end; at.increment(stopped)) {
    const fs::directory_entry& entry = *at;
    const fs::path& path = entry.path();
    if (!entry.is_regular_file(error) || is_coded(path) || path.extension() == ".new") continue;
    if (entry.is_symlink(error) && !is_inside(path, root)) continue;
    const std::string address = "/" + path.lexically_relative(root).generic_string();
    auto resource = read_resource(entry, address);
    if (!resource) return resource.error();
    files->resources_[address] = std::move(resource.value());
  }
  if (stopped) return base::Error{"the folder " + root.string() + " cannot be read whole: " + stopped.message()};
  if (const Resource* words = files->find("/" + std::string(forms::refusals_path))) {
    files->words_ = forms::read_refusals(words->identity.bytes);
  }
  return std::shared_ptr<const SiteFiles>(std::move(files));
}

const Resource* SiteFiles::find(std::string_view path) const {
  const std::string wanted = path.ends_with('/') ? std::string(path) + "index.html" : std::string(path);
  const auto found = resources_.find(wanted);
  return found == resources_.end() ? nullptr : &found->second;
}

std::string_view SiteFiles::words(std::string_view code) const {
  const auto found = words_.find(code);
  return found == words_.end() ? std::string_view() : std::string_view(found->second);
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
