#include "generate/output.h"

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "base/hash.h"
#include "generate/compress.h"
#include "generate/files.h"

namespace lacit::generate {

namespace fs = std::filesystem;

namespace {

// Pictures and archives are compressed already; very small files gain nothing over a packet.
bool is_compressible(const fs::path& path, std::size_t size) {
  static const std::set<std::string> kinds{".html", ".css",  ".js",  ".mjs", ".json", ".svg",        ".wasm",
                                           ".ttf",  ".tree", ".xml", ".txt", ".ics",  ".webmanifest"};
  return size > 200 && kinds.contains(path.extension().string());
}

void remove_stale(const fs::path& folder, const std::set<std::string>& kept) {
  const std::size_t beginning = (folder / "").native().size();
  std::error_code error;
  std::vector<fs::path> stale;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    const bool known = kept.contains(entry.path().native().substr(beginning));
    if (!known && entry.is_regular_file(error) && !is_being_written(entry.path())) {
      stale.push_back(entry.path());
    }
  }
  for (const fs::path& path : stale) fs::remove(path, error);
}

/// Calls `work` with every number below `count`, on all processors.
template <typename Work>
void in_parallel(std::size_t count, Work work) {
  std::atomic<std::size_t> next{0};
  const auto go_on = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> helpers;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) helpers.emplace_back(go_on);
  go_on();
}

}  // namespace

std::string Output::add_asset(std::string_view name, std::string bytes) {
  const std::size_t dot = name.rfind('.');
  const std::string path = "assets/" + std::string(name.substr(0, dot)) + "." + base::short_hash(bytes) +
                           std::string(dot == std::string_view::npos ? "" : name.substr(dot));
  add(path, std::move(bytes));
  return "/" + path;
}

std::size_t Output::bytes() const {
  std::size_t sum = 0;
  for (const auto& [path, bytes] : files_) sum += bytes.size();
  for (const auto& [path, source] : sources_) sum += source.size;
  return sum;
}

base::Result<bool> Output::write(const fs::path& folder, const fs::path& cache) const {
  std::vector<std::pair<std::string, const std::string*>> all;
  std::set<std::string> kept;
  for (const auto& [path, bytes] : files_) {
    all.emplace_back(path, &bytes);
    kept.insert({path, path + ".br", path + ".gz"});
  }
  std::vector<std::string> problems(all.size() + 1);
  // Pictures first: what names them comes when they are there.
  for (const auto& [path, source] : sources_) {
    kept.insert(path);
    if (const auto there = link_file(folder / path, source.path, source.size); !there)
      problems.back() = there.message();
  }
  in_parallel(all.size(), [&](std::size_t i) {
    const auto& [path, bytes] = all[i];
    const auto note = [&, i](const base::Result<bool>& result) {
      if (!result) problems[i] = result.message();
    };
    note(write_file(folder / path, *bytes));
    if (!is_compressible(path, bytes->size())) return;
    note(write_file(folder / (path + ".br"), compressed(*bytes, Encoding::brotli, cache)));
    note(write_file(folder / (path + ".gz"), compressed(*bytes, Encoding::gzip, cache)));
  });
  for (const std::string& problem : problems) {
    if (!problem.empty()) return base::Error{problem};
  }
  remove_stale(folder, kept);
  return true;
}

}  // namespace lacit::generate
