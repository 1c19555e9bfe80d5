#include "settings/table.h"

#include <toml++/toml.h>
#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/suggest.h"

namespace lacit::settings {

struct File::Parsed {
  toml::table root;
};

struct Table::Found {
  const toml::node* node = nullptr;
};

namespace {

std::string where(std::string_view table, std::string_view key) {
  return "[" + std::string(table) + "] " + std::string(key);
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; });
}

}  // namespace

File::File(std::string name, std::string_view text) : name_(std::move(name)), parsed_(std::make_unique<Parsed>()) {
  try {
    parsed_->root = toml::parse(text);
  } catch (const toml::parse_error& error) {
    report(error.source().begin.line, error.source().begin.column,
           "this is no TOML: " + std::string(error.description()) + "; compare with deploy/lacit.toml");
  }
}

File::~File() = default;

void File::report(std::uint32_t line, std::uint32_t column, const std::string& words) {
  problems_.push_back(name_ + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + words);
}

bool File::has_table(const std::string& name) {
  const toml::node_view<toml::node> found = parsed_->root[name];
  if (!found || found.is_table()) return static_cast<bool>(found);
  const toml::source_position at = found.node()->source().begin;
  report(at.line, at.column,
         found.is_array_of_tables()
             ? "there is one table [" + name + "], and it stands once; write it with single brackets"
             : name + " must be a table; write [" + name + "] on a line of its own and its keys on lines below it");
  return false;
}

void File::finish() {
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const auto& [key, node] : parsed_->root) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    report(node.source().begin.line, node.source().begin.column,
           "there is no table [" + std::string(key.str()) + "]; " + base::suggestion(key.str(), known));
  }
}

Table::Table(File& file, std::string name) : file_(file), name_(std::move(name)) {
  file_.asked_.push_back(name_);
  there_ = file_.has_table(name_);
}

Table::~Table() {
  const toml::table* table = file_.parsed_->root[name_].as_table();
  if (table == nullptr) return;
  for (const auto& [key, node] : *table) {
    if (std::find(asked_.begin(), asked_.end(), key.str()) != asked_.end()) continue;
    file_.report(key.source().begin.line, key.source().begin.column,
                 where(name_, key.str()) + " is unknown; " + base::suggestion(key.str(), asked_));
  }
}

Table::Found Table::find(std::string_view key) {
  asked_.push_back(key);
  if (!there_) return {};
  return {file_.parsed_->root[name_][key].node()};
}

void Table::report(std::string_view key, const std::string& words) {
  const toml::node* node = there_ ? file_.parsed_->root[name_][key].node() : nullptr;
  const toml::source_position at = node == nullptr ? toml::source_position{1, 1} : node->source().begin;
  file_.report(at.line, at.column, where(name_, key) + " " + words);
}

void Table::text(std::string_view key, std::string& out) {
  const Found found = find(key);
  if (found.node == nullptr) return;
  const auto value = found.node->value_exact<std::string>();
  if (!value) return report(key, "must be text; put it in \"quotes\"");
  if (has_control(*value)) return report(key, "holds a control character, such as a line end; leave it out");
  out = *value;
}

void Table::filled_text(std::string_view key, std::string& out) {
  text(key, out);
  if (has(key) && out.empty()) report(key, "is empty; write a value, or leave the line out");
}

bool Table::has(std::string_view key) const { return there_ && file_.parsed_->root[name_][key]; }

void Table::flag(std::string_view key, bool& out) {
  const Found found = find(key);
  if (found.node == nullptr) return;
  if (const auto value = found.node->value_exact<bool>()) {
    out = *value;
  } else {
    report(key, "must be true or false, without quotes");
  }
}

void Table::integer(std::string_view key, std::int64_t& out, std::int64_t least, std::int64_t most) {
  const Found found = find(key);
  if (found.node == nullptr) return;
  const auto value = found.node->value_exact<std::int64_t>();
  if (value && *value >= least && *value <= most) {
    out = *value;
  } else {
    report(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
}

void Table::fraction(std::string_view key, double& out, double least, double most) {
  const Found found = find(key);
  if (found.node == nullptr) return;
  const auto value = found.node->is_number() ? found.node->value<double>() : std::nullopt;
  if (value && std::isfinite(*value) && *value >= least && *value <= most) {
    out = *value;
  } else {
    std::ostringstream words;
    words << "must be a number from " << least << " to " << most;
    report(key, words.str());
  }
}

void Table::texts(std::string_view key, std::vector<std::string>& out) {
  const Found found = find(key);
  if (found.node == nullptr) return;
  const toml::array* list = found.node->as_array();
  if (list == nullptr) return report(key, "must be a list of texts: [\"…\", \"…\"]");
  out.clear();
  for (const toml::node& item : *list) {
    const auto value = item.value_exact<std::string>();
    if (!value) return report(key, "must be a list of texts: [\"…\", \"…\"]");
    if (has_control(*value)) return report(key, "holds a control character, such as a line end; leave it out");
    out.push_back(*value);
  }
}

void Table::choice(std::string_view key, std::size_t& out, const std::vector<std::string_view>& allowed) {
  std::string given;
  const std::size_t before = file_.problems_.size();
  text(key, given);
  if (!has(key) || file_.problems_.size() != before) return;
  const auto found = std::find(allowed.begin(), allowed.end(), given);
  if (found == allowed.end()) return report(key, "cannot be \"" + given + "\"; " + base::suggestion(given, allowed));
  out = static_cast<std::size_t>(found - allowed.begin());
}

}  // namespace lacit::settings
