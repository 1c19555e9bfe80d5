#include "intake/upload.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>

#include "base/utf8.h"
#include "forms/own_fields.h"

namespace lacit::intake {
namespace {

ProblemDetails malformed() { return {.status = 400, .code = "invalid"}; }

ProblemDetails about_files(unsigned status, std::string code) {
  return {.status = status, .code = code, .fields = {{"attachments", std::move(code)}}};
}

ProblemDetails away() { return {.status = 503, .code = "busy", .fields = {}, .retry_after = 60}; }

/// Words still come in: only files have no room, and for longer than a minute.
ProblemDetails no_room() {
  return {.status = 503, .code = "no_room", .fields = {{"attachments", "no_room"}}, .retry_after = 3600};
}

ProblemDetails too_large() { return {.status = 413, .code = "too_large"}; }

bool is_type(std::string_view content_type, std::string_view wanted) {
  const std::string_view type = content_type.substr(0, content_type.find_first_of("; \t"));
  return type.size() == wanted.size() && std::equal(type.begin(), type.end(), wanted.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

/// Drops the beginning of a character that was cut in two.
void end_at_character(std::string& text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(text.size(), 4); ++back) {
    const std::string_view last = std::string_view(text).substr(text.size() - back);
    if ((static_cast<unsigned char>(last.front()) & 0xC0U) == 0x80U) continue;
    if (!base::valid(last)) text.resize(text.size() - back);
    return;
  }
}

/// Drops the beginning of a percent escape that was cut in two.
void end_at_escape(std::string& text) {
  const std::size_t escape = text.rfind('%');
  if (escape != std::string::npos && escape + 3 > text.size()) text.resize(escape);
}

constexpr std::string_view urlencoded_type = "application/x-www-form-urlencoded";

}  // namespace

bool is_form_type(std::string_view content_type) {
  return is_type(content_type, urlencoded_type) || form_data::boundary_of(content_type).has_value();
}

Upload::Upload(std::string_view content_type, store::AttachmentFiles* files, UploadLimits limits, After after)
    : room_(files), limits_(limits), is_urlencoded_(is_type(content_type, urlencoded_type)), after_(after) {
  if (is_urlencoded_) {
    into_ = Into::between;
    return;
  }
  form_data::Receiver& receiver = *this;
  form_data::Limits parts;
  // Of a form that is shown again fields alone are counted: they may come after any number of files.
  if (after == After::read_on) parts.parts = std::numeric_limits<std::size_t>::max();
  parser_ =
      std::make_unique<form_data::MultipartParser>(form_data::boundary_of(content_type).value_or("-"), receiver, parts);
}

bool Upload::refuse(ProblemDetails problem) {
  if (!problem_) problem_ = std::move(problem);
  files_.clear();  // They take room, and none of them is kept.
  without_files_ = true;
  if (into_ == Into::file) into_ = Into::nothing;
  return after_ == After::read_on;
}

/// Pair by pair, so that one which is too long costs no other.
bool Upload::feed_urlencoded(std::string_view bytes) {
  bytes_ += bytes.size();
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('&'), bytes.size());
    if (end > 0 && into_ == Into::between && !begin_field({})) return false;
    if (end > 0 && into_ == Into::field && !add_to_field(bytes.substr(0, end))) return false;
    if (end < bytes.size()) into_ = Into::between;
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return bytes_ <= limits_.fields || refuse(too_large());
}

bool Upload::feed(std::string_view bytes) {
  if (problem_ && after_ == After::stop) return false;
  if (is_urlencoded_) return feed_urlencoded(bytes);
  bytes_ += bytes.size();
  if (bytes_ > limits_.body() && !refuse(too_large())) return false;
  if (parser_->feed(bytes)) return true;
  // What cannot be read any further may hold more words.
  lost_words_ = true;
  refuse(parser_->fault() == form_data::Fault::too_large ? too_large() : malformed());
  return false;
}

void Upload::finish() {
  if (std::exchange(finished_, true)) return;
  if (is_urlencoded_) return decode_pairs();
  if (parser_->finish()) return;
  lost_words_ = true;
  refuse(malformed());
}

void Upload::decode_pairs() {
  form_data::Pairs decoded;
  for (const auto& [unnamed, pair] : fields_) {
    auto read = form_data::parse_urlencoded(pair);
    if (!read) {
      lost_words_ = true;
      refuse(malformed());
      continue;
    }
    if (lost_words_) end_at_character(read->front().second);
    decoded.push_back(std::move(read->front()));
  }
  fields_ = std::move(decoded);
}

bool Upload::skip(form_data::Fault why) {
  into_ = Into::nothing;
  lost_words_ = true;
  return refuse(why == form_data::Fault::too_large ? too_large() : malformed());
}

bool Upload::begin_field(const std::string& name) {
  into_ = Into::field;
  if (fields_.size() < limits_.most_fields) {
    fields_.emplace_back(name, "");
    return true;
  }
  into_ = Into::nothing;
  lost_words_ = true;
  return refuse(too_large());
}

bool Upload::add_to_field(std::string_view bytes) {
  fields_.back().second += bytes;
  field_bytes_ += bytes.size();
  if (field_bytes_ <= limits_.fields) return true;
  cut_longest();
  return refuse(too_large());
}

/// Whoever takes most gives most, so that nothing short is lost for something long, whichever came first.
void Upload::cut_longest() {
  lost_words_ = true;
  while (field_bytes_ > limits_.fields) {
    const auto longest = std::max_element(
        fields_.begin(), fields_.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    std::string& text = longest->second;
    const std::size_t before = text.size();
    text.resize(before / 2);
    if (is_urlencoded_) end_at_escape(text);
    end_at_character(text);
    field_bytes_ -= before - text.size();
    if (&text == &fields_.back().second) into_ = Into::nothing;
  }
}

bool Upload::begin(const form_data::Part& part) {
  into_ = Into::nothing;
  if (part.name.size() > 100) return skip(form_data::Fault::malformed);
  if (part.file_name &&
      part.file_name->empty()) {  // HTML: a file field without a file sends an empty name, and no bytes.
    into_ = Into::unnamed;
    return true;
  }
  had_files_ = had_files_ || part.file_name;
  if (part.file_name && part.name != forms::own_field::attachments) return refuse(malformed());
  if (part.file_name) return without_files_ || begin_file(*part.file_name);
  return begin_field(part.name);
}

bool Upload::begin_file(const std::string& name) {
  into_ = Into::file;
  if (room_ == nullptr) return refuse(about_files(422, "file_type"));
  if (files_.size() >= limits_.files) return refuse(about_files(422, "too_many_files"));
  if (name.find('\0') != std::string::npos || name.size() > 1024) return refuse(malformed());
  std::string safe = safe_name(name);
  const auto type = type_of_name(safe);
  if (!type) return refuse(about_files(422, "file_type"));
  auto file = room_->make();
  if (!file) return refuse(away());
  files_.push_back({std::move(safe), *type, std::move(file)});
  return true;
}

bool Upload::add_to_file(std::string_view bytes) {
  ReceivedFile& last = files_.back();
  file_bytes_ += bytes.size();
  if (last.file->size() + bytes.size() > limits_.file || file_bytes_ > limits_.all_files) {
    return refuse(about_files(413, "too_large"));
  }
  return last.file->write(bytes) || refuse(errno == EDQUOT ? no_room() : away());
}

bool Upload::data(std::string_view bytes) {
  if (into_ == Into::file) return add_to_file(bytes);
  if (into_ == Into::field) return add_to_field(bytes);
  return into_ != Into::unnamed || bytes.empty() || refuse(about_files(422, "file_type"));
}

bool Upload::end() {
  if (into_ != Into::file) return true;
  const ReceivedFile& last = files_.back();
  if (last.file->size() == 0) return refuse(about_files(422, "file_empty"));
  const bool sound = last.file->is([&](std::string_view bytes) { return is_sound(last.type, bytes); });
  return sound || refuse(about_files(422, "file_type"));
}

}  // namespace lacit::intake
