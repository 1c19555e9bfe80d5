// The second phase: the files that visitors load. Each picture has a folder in the cache, which comes there whole or
// not at all; so builds that are killed or run beside one another leave nothing half done.
#include <unistd.h>

#include <cstdlib>

#include "pictures/plan.h"
#include "pictures/pool.h"
#include "pictures/progress.h"
#include "pictures/studio.h"
#include "pictures/worker.h"

namespace lacit::pictures {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view unfinished = "unfinished-";
constexpr auto abandoned_after = std::chrono::hours(1);

/// What killed builds left.
void remove_abandoned(const fs::path& cache) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(cache, ignored)) {
    const bool ours = entry.path().filename().string().starts_with(unfinished);
    const auto age = fs::file_time_type::clock::now() - entry.last_write_time(ignored);
    if (ours && age > abandoned_after) fs::remove_all(entry.path(), ignored);
  }
}

/// The files that are to be there, with their sizes; false where one is missing.
bool collect(const fs::path& folder, const std::vector<int>& widths, std::vector<Rendition>& renditions) {
  renditions.clear();
  for (const int width : widths) {
    for (const std::string_view format : formats) {
      Rendition one{
          .width = width, .format = format, .file = folder / (std::to_string(width) + "." + std::string(format))};
      std::error_code error;
      one.size = fs::file_size(one.file, error);
      if (error || one.size == 0) return false;
      renditions.push_back(std::move(one));
    }
  }
  return true;
}

/// A picture that is not in the cache, or not all of it.
struct Order {
  std::string name;
  fs::path folder;      ///< Where it belongs.
  fs::path unfinished;  ///< Where it is made.
  std::vector<int> widths;
};

/// Another build may have been faster with the same: its files are as good.
void put_in_place(const Order& order, std::vector<Rendition>& renditions) {
  std::error_code error;
  fs::rename(order.unfinished, order.folder, error);
  if (error && !collect(order.folder, order.widths, renditions)) {
    fs::remove_all(order.folder, error);
    fs::rename(order.unfinished, order.folder, error);
  }
  fs::remove_all(order.unfinished, error);
}

}  // namespace

base::Result<Outcome> Studio::develop(const std::vector<std::string>& names, const std::string& paper) {
  Outcome outcome;
  std::vector<Order> orders;
  std::vector<Message> jobs;
  std::map<std::string, std::string> ordered;  // Two names for the same content are one piece of work.
  for (const std::string& name : names) {
    const Known& known = known_.at(name);
    const std::string id = edition(known.hash, known.alpha ? paper : "");
    const std::vector<int> widths = widths_of(known.kind, known.width);
    Developed& developed = outcome.pictures[name] = {.stem = stem_of(name), .id = id, .renditions = {}};
    if (collect(cache_ / id, widths, developed.renditions) || !ordered.try_emplace(id, name).second) continue;
    const std::string own = std::string(unfinished) + std::to_string(getpid()) + "-" + id;
    orders.push_back({.name = name, .folder = cache_ / id, .unfinished = cache_ / own, .widths = widths});
    Message job{"develop",
                std::to_string(static_cast<int>(known.kind)),
                known.hash,
                known.path.string(),
                orders.back().unfinished.string(),
                paper};
    for (const int width : widths) {
      job.push_back(std::to_string(width) + "x" + std::to_string(height_at(width, known.width, known.height)));
    }
    jobs.push_back(std::move(job));
  }
  outcome.anew = orders.size();
  if (orders.empty()) return outcome;

  const auto program = find_program();
  if (!program) return base::Error{program.message()};
  remove_abandoned(cache_);
  std::error_code error;
  for (const Order& order : orders) fs::create_directories(order.unfinished, error);
  if (error) return base::Error{cache_.string() + ": cannot be written; look at the disk's space and rights"};
  std::string problems;
  Progress progress("developing pictures", jobs.size());
  const auto ran = run_jobs(program.value(), jobs, [&](std::size_t i, const Answer& answer) {
    progress.step(orders[i].name);
    std::vector<Rendition> renditions;
    if (answer) put_in_place(orders[i], renditions);
    if (!answer) problems += known_.at(orders[i].name).path.string() + ":1:1: " + answer.message() + "\n";
  });
  for (const Order& order : orders) fs::remove_all(order.unfinished, error);
  if (!ran) return base::Error{ran.message()};
  for (const std::string& name : names) {
    const Known& known = known_.at(name);
    Developed& developed = outcome.pictures.at(name);
    const bool complete = collect(cache_ / developed.id, widths_of(known.kind, known.width), developed.renditions);
    if (!complete && problems.empty()) problems = cache_.string() + ": cannot be written; look at the disk's space\n";
  }
  if (!problems.empty()) return base::Error{problems.substr(0, problems.size() - 1)};
  return outcome;
}

Studio::Studio(fs::path cache) : cache_(std::move(cache)), index_(cache_) {}

base::Result<fs::path> default_cache() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/') {
    return fs::path(cache) / "lacit";
  }
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return fs::path(home) / ".cache" / "lacit";
  return base::Error{"there is no folder to keep pictures in, since HOME is not set; give one with --cache DIR"};
}

}  // namespace lacit::pictures
