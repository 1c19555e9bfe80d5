// The second phase: the files that visitors load. Each picture has a folder in the cache, which comes there whole or
// not at all; so builds that are killed or run beside one another leave nothing half done.
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "content/problem.h"
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
  fs::path source;
  fs::path folder;      ///< Where it belongs.
  fs::path unfinished;  ///< Where it is made.
  std::vector<int> widths;
  Message job;
};

std::string not_written(const fs::path& cache) {
  return cache.string() + ": cannot be written; look at the disk's space and rights\n";
}

/// Another build may have been faster with the same: its files are as good.
void put_in_place(const Order& order) {
  std::error_code error;
  std::vector<Rendition> renditions;
  fs::rename(order.unfinished, order.folder, error);
  if (error && !collect(order.folder, order.widths, renditions)) {
    fs::remove_all(order.folder, error);
    fs::rename(order.unfinished, order.folder, error);
  }
  fs::remove_all(order.unfinished, error);
}

/// Gives a line for each file that cannot be done.
base::Result<std::string> carry_out(const std::vector<Order>& orders, const fs::path& cache) {
  if (orders.empty()) return std::string();
  const auto program = find_program();
  if (!program) return program.error();
  remove_abandoned(cache);
  std::vector<Message> jobs;
  for (const Order& order : orders) {
    std::error_code error;
    fs::create_directories(order.unfinished, error);
    if (error) return base::Error{not_written(cache)};
    jobs.push_back(order.job);
  }
  std::string problems;
  Progress progress("developing pictures", jobs.size());
  const auto ran = run_jobs(program.value(), jobs, [&](std::size_t i, const Answer& answer) {
    progress.step(orders[i].source.filename().string());
    if (answer) put_in_place(orders[i]);
    if (!answer) problems += format(content::problem_in(orders[i].source.string(), answer.error())) + '\n';
  });
  std::error_code ignored;
  for (const Order& order : orders) fs::remove_all(order.unfinished, ignored);
  if (!ran) return ran.error();
  return problems;
}

}  // namespace

Studio::Source Studio::source_of(const Known& known, const fs::path& drawing) {
  if (drawing.empty()) return {.path = known.path, .hash = known.hash};
  std::ifstream stream(drawing, std::ios::binary);
  return {.path = drawing, .hash = hash_of(std::string(std::istreambuf_iterator<char>(stream), {}))};
}

base::Result<Outcome> Studio::develop(const std::vector<std::string>& names, const std::string& paper) {
  Outcome outcome;
  std::map<std::string, Order> orders;  // By edition: two names for the same content are one piece of work.
  const auto widths = [this](const std::string& name) {
    const Known& known = known_.at(name);
    return widths_of(known.kind, known.width, known.height);
  };
  for (const std::string& name : names) {
    const Known& known = known_.at(name);
    const std::string id = edition(known.hash, known.alpha ? paper : "");
    Developed& developed =
        outcome.pictures[name] = {.stem = stem_of(name), .id = id, .renditions = {}, .drawing = cleaned_drawing(name)};
    if (collect(cache_ / id, widths(name), developed.renditions) || orders.contains(id)) continue;
    const fs::path own = cache_ / (std::string(unfinished) + std::to_string(getpid()) + "-" + id);
    const Source source = source_of(known, developed.drawing);
    Message job{"develop",    std::to_string(static_cast<int>(known.kind)),
                source.hash,  source.path.string(),
                own.string(), paper};
    for (const int width : widths(name)) {
      job.push_back(std::to_string(width) + "x" + std::to_string(height_at(width, known.width, known.height)));
    }
    orders[id] = {.source = known.path, .folder = cache_ / id, .unfinished = own, .widths = widths(name), .job = job};
  }
  outcome.anew = orders.size();
  std::vector<Order> all;
  all.reserve(orders.size());
  for (const auto& [id, order] : orders) all.push_back(order);
  auto problems = carry_out(all, cache_);
  if (!problems) return problems.error();
  for (auto& [name, developed] : outcome.pictures) {
    const bool complete = collect(cache_ / developed.id, widths(name), developed.renditions);
    if (!complete && problems.value().empty()) problems.value() = not_written(cache_);
  }
  if (!problems.value().empty()) return base::Error{problems.value().substr(0, problems.value().size() - 1)};
  return outcome;
}

Studio::Studio(fs::path cache) : cache_(std::move(cache)), index_(cache_) {}

base::Result<fs::path> default_cache() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/') {
    return fs::path(cache) / "lacit";
  }
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return fs::path(home) / ".cache" / "lacit";
  return base::Error{"there is no folder to keep pictures in, since HOME is not set", "give one with --cache DIR"};
}

}  // namespace lacit::pictures
