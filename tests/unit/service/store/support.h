// The databases that every store's tests run on, and arrivals for them.
#pragma once

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "store/open.h"
#include "store/sql.h"

namespace lacit::tests {

/// A folder of the test's own, gone afterwards.
struct DataFolder {
  DataFolder();
  ~DataFolder();
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;
  std::filesystem::path path;
};

/// The stores' clock, and the one that nobody sets.
extern std::atomic<store::Seconds> clock_now;
extern std::atomic<store::Seconds> steady_now;
/// As time passes: on both.
void pass(store::Seconds seconds);

/// An empty database, and what opens it: with the store, or as it is.
struct OnSqlite {
  DataFolder folder;
  [[nodiscard]] store::Place place() const { return {folder.path, ""}; }
  [[nodiscard]] std::unique_ptr<store::Sql> sql() const;
  /// A copy made with the database's own means while others write, opened.
  [[nodiscard]] store::Place backup() const;
};

struct OnPostgres {
  OnPostgres();
  DataFolder folder;
  std::string url;
  [[nodiscard]] store::Place place() const { return {folder.path, url}; }
  [[nodiscard]] std::unique_ptr<store::Sql> sql() const;
  [[nodiscard]] store::Place backup() const;
};

[[nodiscard]] std::unique_ptr<store::Store> open_store(const store::Place& place);

/// Waits for the answer.
store::Receipt add(store::Store& store, store::Arrival arrival);
[[nodiscard]] store::Arrival arrival(const std::string& id, const std::string& key = "");

}  // namespace lacit::tests
