#include "inbox/export.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "inbox/csv.h"

namespace lacit::inbox {
namespace {

using nlohmann::ordered_json;

/// JSON of strangers on a terminal: what moves a cursor or turns a direction is escaped (RFC 8259, 7), which loses
/// nothing. All of these stand in strings and below U+10000; controls of ASCII are escaped already, but for DEL, and
/// the line ends between the strings are ours.
std::string visible(const std::string& json) {
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    char32_t c = 0;
    const std::size_t used = base::decode(json, at, c);
    const bool hidden = (c >= 0x7F && base::is_control(c)) || base::is_bidi_control(c) || c == 0x2028 || c == 0x2029;
    std::array<char, 16> escape{};
    if (hidden) std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
    out += hidden ? std::string(escape.data()) : json.substr(at, used);
    at += used;
  }
  return out;
}

std::string as_json(const std::vector<store::Submission>& submissions) {
  ordered_json all = ordered_json::array();
  for (const store::Submission& submission : submissions) {
    ordered_json fields = ordered_json::object();
    for (const auto& [name, value] : submission.fields) fields[name] = value;
    ordered_json files = ordered_json::array();
    for (const store::Attachment& file : submission.attachments) {
      files.push_back({{"name", file.name}, {"type", file.type}, {"bytes", file.bytes}, {"stored", file.stored}});
      if (file.scan != store::Scan::none) files.back()["scan"] = store::scan_name(file.scan);
    }
    all.push_back({{"reference", submission.reference},
                   {"form", submission.form},
                   {"received", utc(submission.received_at)},
                   {"verified", submission.verified},
                   {"fields", fields},
                   {"attachments", files}});
  }
  return visible(all.dump(2, ' ', false, ordered_json::error_handler_t::replace)) + "\n";
}

std::vector<std::string> columns_of(const std::vector<store::Submission>& submissions) {
  std::vector<std::string> columns;
  for (const store::Submission& submission : submissions) {
    for (const auto& [name, value] : submission.fields) {
      if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(name);
    }
  }
  return columns;
}

std::string value_of(const store::Submission& submission, const std::string& name) {
  for (const auto& [field, value] : submission.fields) {
    if (field == name) return value;
  }
  return {};
}

std::string as_csv(const std::vector<store::Submission>& submissions) {
  const std::vector<std::string> columns = columns_of(submissions);
  std::vector<std::string> head{"reference", "form", "received", "verified"};
  head.insert(head.end(), columns.begin(), columns.end());
  head.emplace_back("attachments");
  std::string csv = csv_record(head);
  for (const store::Submission& submission : submissions) {
    std::vector<std::string> cells{submission.reference, submission.form, utc(submission.received_at),
                                   submission.verified ? "yes" : "no"};
    for (const std::string& column : columns) cells.push_back(value_of(submission, column));
    std::string files;
    for (const store::Attachment& file : submission.attachments) files += (files.empty() ? "" : "\n") + file.name;
    cells.push_back(std::move(files));
    csv += csv_record(cells);
  }
  return csv;
}

}  // namespace

std::string utc(store::Seconds time) {
  const std::time_t seconds = time;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string export_as(Format format, const std::vector<store::Submission>& submissions) {
  // Excel takes a file without the mark for one in the machine's own old encoding.
  static constexpr std::string_view byte_order_mark = "\uFEFF";
  if (format == Format::json) return as_json(submissions);
  return std::string(format == Format::excel ? byte_order_mark : "") + as_csv(submissions);
}

}  // namespace lacit::inbox
