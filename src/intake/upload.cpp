#include "intake/upload.h"

#include <algorithm>

namespace lacit::intake {
namespace {

Problem malformed() {
  return {
      .status = 400, .code = "invalid", .detail = "The form's data cannot be read.", .fields = {}, .retry_after = 0};
}

Problem about_file(unsigned status, std::string code, std::string detail) {
  return {.status = status,
          .code = code,
          .detail = std::move(detail),
          .fields = {{"attachments", std::move(code)}},
          .retry_after = 0};
}

Problem full() {
  return {.status = 503,
          .code = "busy",
          .detail = "No room for files just now. Try again later.",
          .fields = {},
          .retry_after = 60};
}

Problem too_large(std::string detail) {
  return {.status = 413, .code = "too_large", .detail = std::move(detail), .fields = {}, .retry_after = 0};
}

bool is_type(std::string_view content_type, std::string_view wanted) {
  const std::string_view type = content_type.substr(0, content_type.find_first_of("; \t"));
  return type.size() == wanted.size() && std::equal(type.begin(), type.end(), wanted.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

constexpr std::string_view urlencoded_type = "application/x-www-form-urlencoded";

}  // namespace

bool is_form_type(std::string_view content_type) {
  return is_type(content_type, urlencoded_type) || form_data::boundary_of(content_type).has_value();
}

Upload::Upload(std::string_view content_type, AttachmentFiles* files, UploadLimits limits)
    : room_(files), limits_(limits), is_urlencoded_(is_type(content_type, urlencoded_type)) {
  if (is_urlencoded_) return;
  form_data::Receiver& receiver = *this;
  parser_ = std::make_unique<form_data::MultipartParser>(form_data::boundary_of(content_type).value_or("-"), receiver);
}

bool Upload::refuse(Problem problem) {
  if (!problem_) problem_ = std::move(problem);
  return false;
}

bool Upload::feed(std::string_view bytes) {
  if (problem_) return false;
  if (is_urlencoded_) {
    urlencoded_ += bytes;
    return urlencoded_.size() <= limits_.fields || refuse(too_large("The form holds too much text."));
  }
  if (parser_->feed(bytes)) return true;
  return refuse(parser_->fault() == form_data::Fault::too_large ? too_large("The form has too many parts.")
                                                                : malformed());
}

void Upload::finish() {
  if (problem_) return;
  if (!is_urlencoded_) {
    if (!parser_->finish()) refuse(malformed());
    return;
  }
  auto pairs = form_data::parse_urlencoded(urlencoded_);
  if (!pairs) {
    refuse(malformed());
    return;
  }
  fields_ = std::move(*pairs);
}

bool Upload::begin(const form_data::Part& part) {
  if (part.name.size() > 100) return refuse(malformed());
  if (part.file_name && part.file_name->empty()) {  // HTML: a file field without a file sends an empty name.
    into_ = Into::nothing;
    return true;
  }
  if (part.file_name) return begin_file(*part.file_name);
  into_ = Into::field;
  fields_.emplace_back(part.name, "");
  return true;
}

bool Upload::begin_file(const std::string& name) {
  into_ = Into::file;
  if (room_ == nullptr) return refuse(about_file(422, "file_type", "This form takes no files."));
  if (files_.size() >= limits_.files) {
    return refuse(
        about_file(422, "too_many_files", "At most " + std::to_string(limits_.files) + " files can be sent."));
  }
  if (name.find('\0') != std::string::npos || name.size() > 1024) return refuse(malformed());
  std::string safe = safe_name(name);
  const auto type = type_of_name(safe);
  if (!type) return refuse(about_file(422, "file_type", "Files of this kind cannot be sent: " + safe));
  auto file = room_->make();
  if (!file) return refuse(full());
  files_.push_back({std::move(safe), *type, std::move(file)});
  return true;
}

bool Upload::add_to_file(std::string_view bytes) {
  ReceivedFile& last = files_.back();
  file_bytes_ += bytes.size();
  if (last.file->size() + bytes.size() > limits_.file || file_bytes_ > limits_.all_files) {
    return refuse(about_file(413, "too_large", "This file is too large: " + last.name));
  }
  return last.file->write(bytes) || refuse(full());
}

bool Upload::data(std::string_view bytes) {
  if (into_ == Into::file) return add_to_file(bytes);
  if (into_ == Into::nothing) return true;
  field_bytes_ += bytes.size();
  if (field_bytes_ > limits_.fields) return refuse(too_large("The form holds too much text."));
  fields_.back().second += bytes;
  return true;
}

bool Upload::end() {
  if (into_ != Into::file) return true;
  const ReceivedFile& last = files_.back();
  const bool sound = last.file->is([&](std::string_view bytes) { return is_sound(last.type, bytes); });
  return sound ||
         refuse(about_file(422, "file_type", "This file is not what its name says, or is damaged: " + last.name));
}

}  // namespace lacit::intake
