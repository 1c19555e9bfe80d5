// A connection that is made when it is first needed, and made anew where it broke or its file was put in another's
// place: a program that serves may start before its database, and outlives its mending.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "store/sql.h"

namespace lacit::store {

class Reconnecting : public Sql {
 public:
  /// What makes a connection. @throws SqlError
  using Connect = std::function<std::unique_ptr<Sql>()>;

  /// `first` may be none: it is made at the first begin().
  Reconnecting(Dialect dialect, Connect connect, std::unique_ptr<Sql> first)
      : dialect_(dialect), connect_(std::move(connect)), sql_(std::move(first)) {}

  [[nodiscard]] Dialect dialect() const override { return dialect_; }
  std::vector<Row> run(const std::string& sql, std::initializer_list<Value> values) override;
  void script(const char* sql) override;
  void begin() override;
  void commit() override;
  void rollback() noexcept override;
  void erase() override;
  void copy_to(const std::filesystem::path& file) override;

 private:
  /// Nobody waits for a database that could not be had a moment ago: it is asked again when this is over.
  static constexpr auto pause = std::chrono::seconds(1);

  void make();
  /// Does it on the connection, and notes where that broke.
  template <typename Work>
  auto guarded(const Work& work) -> decltype(work(std::declval<Sql&>()));

  Dialect dialect_;
  Connect connect_;
  std::unique_ptr<Sql> sql_;
  bool broken_ = false;
  std::string why_;  ///< It could not be had.
  std::chrono::steady_clock::time_point not_before_;
};

}  // namespace lacit::store
