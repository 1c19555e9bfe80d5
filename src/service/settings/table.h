// One table of a TOML file, read key by key; what is left over at the end is a mistake of the person who wrote it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lacit::settings {

/// A TOML file while it is read. Every problem is noted as `file:line:column: what; how to mend it`.
class File {
 public:
  File(std::string name, std::string_view text);
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
  /// Top-level tables that nobody asked for.
  void finish();

 private:
  friend class Table;
  struct Parsed;
  /// Whether there is such a table; anything else of that name is a problem.
  [[nodiscard]] bool has_table(const std::string& name);
  void report(std::uint32_t line, std::uint32_t column, const std::string& words);

  std::string name_;
  std::unique_ptr<Parsed> parsed_;
  std::vector<std::string> asked_;
  std::vector<std::string> problems_;
};

class Table {
 public:
  Table(File& file, std::string name);
  /// Notes the keys that nobody asked for.
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  void text(std::string_view key, std::string& out);
  /// What must say something where it is written.
  void filled_text(std::string_view key, std::string& out);
  /// Whether the key is written at all.
  [[nodiscard]] bool has(std::string_view key) const;
  void flag(std::string_view key, bool& out);
  template <typename Number>
  void number(std::string_view key, Number& out, std::int64_t least, std::int64_t most) {
    auto value = static_cast<std::int64_t>(out);
    integer(key, value, least, most);
    out = static_cast<Number>(value);
  }
  void fraction(std::string_view key, double& out, double least, double most);
  void texts(std::string_view key, std::vector<std::string>& out);
  /// The index of one of `allowed`; what was there before where the key is absent.
  void choice(std::string_view key, std::size_t& out, const std::vector<std::string_view>& allowed);
  /// Notes a problem at a key that was read.
  void report(std::string_view key, const std::string& words);

 private:
  void integer(std::string_view key, std::int64_t& out, std::int64_t least, std::int64_t most);

  struct Found;
  [[nodiscard]] Found find(std::string_view key);

  File& file_;
  std::string name_;
  bool there_ = false;
  std::vector<std::string_view> asked_;
};

}  // namespace lacit::settings
