#include "store/rows.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace lacit::store {

using nlohmann::json;

namespace {

constexpr std::int64_t verified = 1;

/// As they stand in the database; files that no scanner was asked about have no word, as those of older versions.
constexpr std::array<std::string_view, 4> scan_names = {"", "clean", "held", "found"};

/// A word that this version does not know is no reason to let the file go.
Scan scan_of(const json& file) {
  const auto word = file.find("scan");
  if (word == file.end()) return Scan::none;
  const auto known =
      std::find(scan_names.begin() + 1, scan_names.end(), word->is_string() ? word->get<std::string>() : "");
  return known == scan_names.end() ? Scan::held : static_cast<Scan>(known - scan_names.begin());
}

}  // namespace

std::string_view scan_name(Scan scan) { return scan_names[static_cast<std::size_t>(scan)]; }

std::string_view why_unverified(const Submission& submission) {
  switch (submission.unverified) {
    case Unverified::without_script: return "sent without script, no proof of work";
    case Unverified::captcha_down: return "the captcha's provider could not be asked";
    case Unverified::unknown: break;
  }
  return "no proof of work";
}

std::int64_t verified_number(const Submission& submission) {
  return submission.verified ? verified : static_cast<std::int64_t>(submission.unverified);
}

void read_verified(std::int64_t number, Submission& submission) {
  submission.verified = number == verified;
  for (const Unverified why : {Unverified::without_script, Unverified::captcha_down}) {
    if (number == static_cast<std::int64_t>(why)) submission.unverified = why;
  }
}

std::string fields_json(const Submission& submission) {
  json list = json::array();
  for (const auto& [name, value] : submission.fields) list.push_back({name, value});
  return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string attachments_json(const Submission& submission) {
  json list = json::array();
  for (const Attachment& file : submission.attachments) {
    list.push_back({{"name", file.name}, {"stored", file.stored}, {"type", file.type}, {"bytes", file.bytes}});
    if (file.scan != Scan::none) list.back()["scan"] = scan_name(file.scan);
  }
  return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

void read_fields(const std::string& text, Submission& submission) {
  const json list = json::parse(text, nullptr, false);
  if (!list.is_array()) return;
  for (const json& pair : list) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) continue;
    submission.fields.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
  }
}

void read_attachments(const std::string& text, Submission& submission) {
  const json list = json::parse(text, nullptr, false);
  if (!list.is_array()) return;
  for (const json& file : list) {
    if (!file.is_object()) continue;
    submission.attachments.push_back({.name = file.value("name", ""),
                                      .stored = file.value("stored", ""),
                                      .type = file.value("type", ""),
                                      .bytes = file.value("bytes", std::uint64_t{0}),
                                      .scan = scan_of(file)});
  }
}

}  // namespace lacit::store
