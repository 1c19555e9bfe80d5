#include "store/reconnecting.h"

namespace lacit::store {

template <typename Work>
auto Reconnecting::guarded(const Work& work) -> decltype(work(std::declval<Sql&>())) {
  if (!sql_) throw SqlError(why_.empty() ? "it is not open" : why_);
  try {
    return work(*sql_);
  } catch (const SqlError& error) {
    broken_ = broken_ || error.broken;
    throw;
  }
}

void Reconnecting::make() {
  const auto now = std::chrono::steady_clock::now();
  if (now < not_before_) throw SqlError(why_);
  try {
    sql_ = connect_();
  } catch (const SqlError& error) {
    why_ = error.what();
    not_before_ = std::chrono::steady_clock::now() + pause;
    throw;
  }
}

void Reconnecting::begin() {
  if (broken_) sql_.reset();
  broken_ = false;
  if (!sql_) make();
  guarded([](Sql& sql) { sql.begin(); });
}

std::vector<Row> Reconnecting::run(const std::string& sql, std::initializer_list<Value> values) {
  return guarded([&](Sql& on) { return on.run(sql, values); });
}

void Reconnecting::script(const char* sql) {
  guarded([&](Sql& on) { on.script(sql); });
}

void Reconnecting::commit() {
  guarded([](Sql& sql) { sql.commit(); });
}

void Reconnecting::rollback() noexcept {
  if (sql_) sql_->rollback();
}

void Reconnecting::erase() {
  guarded([](Sql& sql) { sql.erase(); });
}

void Reconnecting::copy_to(const std::filesystem::path& file) {
  guarded([&](Sql& sql) { sql.copy_to(file); });
}

}  // namespace lacit::store
