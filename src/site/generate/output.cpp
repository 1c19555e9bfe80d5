#include "generate/output.h"

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "base/hash.h"
#include "generate/compress.h"
#include "generate/files.h"
#include "generate/out_folder.h"

namespace lacit::generate {

namespace fs = std::filesystem;

namespace {

// Pictures and archives are compressed already; very small files gain nothing over a packet.
bool is_compressible(const fs::path& path, std::size_t size) {
  static const std::set<std::string> kinds{".html", ".css",  ".js",  ".mjs", ".json", ".svg",        ".wasm",
                                           ".ttf",  ".tree", ".xml", ".txt", ".ics",  ".webmanifest"};
  return size > 200 && kinds.contains(path.extension().string());
}

/// What the build before put there and this one does not, and what one that was ended left half. Others' files stay.
void remove_stale(const fs::path& folder, const std::set<std::string>& before, const std::set<std::string>& kept) {
  std::error_code error;
  for (const std::string& path : before) {
    if (!kept.contains(path)) fs::remove(folder / path, error);
  }
  std::vector<fs::path> abandoned;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    if (entry.is_regular_file(error) && is_abandoned(entry.path())) abandoned.push_back(entry.path());
  }
  for (const fs::path& path : abandoned) fs::remove(path, error);
}

std::string lines_of(const std::set<std::string>& paths) {
  std::string lines;
  for (const std::string& path : paths) (lines += path) += '\n';
  return lines;
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
  const std::set<std::string> before = listed_files(folder);
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
  kept.insert(std::string(files_list));
  remove_stale(folder, before, kept);
  return write_file(folder / files_list, lines_of(kept));
}

}  // namespace lacit::generate
