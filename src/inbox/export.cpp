#include "inbox/export.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

namespace lacit::inbox {
namespace {

using nlohmann::ordered_json;

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
  return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
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
  std::string csv = "reference,form,received,verified";
  for (const std::string& column : columns) csv += "," + csv_cell(column);
  csv += ",attachments\r\n";
  for (const store::Submission& submission : submissions) {
    csv += csv_cell(submission.reference) + "," + csv_cell(submission.form) + "," + utc(submission.received_at) + "," +
           (submission.verified ? "yes" : "no");
    for (const std::string& column : columns) csv += "," + csv_cell(value_of(submission, column));
    std::string files;
    for (const store::Attachment& file : submission.attachments) files += (files.empty() ? "" : "; ") + file.name;
    csv += "," + csv_cell(files) + "\r\n";
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

std::string csv_cell(std::string_view text) {
  std::string cell(text);
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) cell.insert(0, "'");
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string export_as(Format format, const std::vector<store::Submission>& submissions) {
  return format == Format::csv ? as_csv(submissions) : as_json(submissions);
}

}  // namespace lacit::inbox
