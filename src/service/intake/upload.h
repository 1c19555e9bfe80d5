// One request's body while it arrives: fields into memory, files to disk, and the first thing that is wrong with it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form_data/multipart.h"
#include "form_data/urlencoded.h"
#include "forms/limits.h"
#include "intake/exchange.h"
#include "intake/file_types.h"
#include "store/attachment_files.h"
#include "store/store.h"

namespace lacit::intake {

struct UploadLimits {
  std::size_t fields = 256UL * 1024;                     ///< Bytes of all fields together.
  std::size_t most_fields = 64;                          ///< Fields.
  std::size_t files = forms::most_files;                 ///< Attachments.
  std::uint64_t file = forms::most_file_bytes;           ///< Bytes of one.
  std::uint64_t all_files = forms::most_bytes_of_files;  ///< Bytes of all.
  /// What the whole body may have: HTTP's own limit, so that nothing larger is even read.
  [[nodiscard]] std::uint64_t body() const { return all_files + fields + 64UL * 1024; }
};

struct ReceivedFile {
  std::string name;
  FileType type = FileType::txt;
  std::unique_ptr<store::IncomingFile> file;
  store::Scan scan = store::Scan::none;
};

class Upload : private form_data::Receiver {
 public:
  /// What is done when something is wrong: a program hears it at once; of a person's form the fields are read to its
  /// end, so that they can be shown again.
  enum class After : std::uint8_t { stop, read_on };

  /// Without `files` the form takes no attachments.
  Upload(std::string_view content_type, store::AttachmentFiles* files, UploadLimits limits, After after = After::stop);

  /// The next bytes; false: no more are wanted, see problem().
  bool feed(std::string_view bytes);
  /// The body is complete.
  void finish();

  /// Files that come are read and forgotten.
  void leave_files_out() { without_files_ = true; }
  /// Whether anything of the body came.
  [[nodiscard]] bool has_begun() const { return bytes_ > 0; }
  /// Whether words of the body are not, or not wholly, among the fields.
  [[nodiscard]] bool lost_words() const { return lost_words_; }
  /// Whether any file came.
  [[nodiscard]] bool had_files() const { return had_files_; }
  [[nodiscard]] const std::optional<ProblemDetails>& problem() const { return problem_; }
  [[nodiscard]] const form_data::Pairs& fields() const { return fields_; }
  [[nodiscard]] std::vector<ReceivedFile>& files() { return files_; }

 private:
  bool begin(const form_data::Part& part) override;
  bool data(std::string_view bytes) override;
  bool end() override;
  bool skip(form_data::Fault why) override;

  bool begin_field(const std::string& name);
  bool add_to_field(std::string_view bytes);
  void cut_longest();
  bool begin_file(const std::string& name);
  bool add_to_file(std::string_view bytes);
  bool feed_urlencoded(std::string_view bytes);
  void decode_pairs();
  /// Notes the first thing that is wrong; gives whether the rest is read all the same.
  bool refuse(ProblemDetails problem);

  store::AttachmentFiles* room_;
  UploadLimits limits_;
  std::unique_ptr<form_data::MultipartParser> parser_;
  bool is_urlencoded_ = false;
  After after_;
  bool without_files_ = false, had_files_ = false, lost_words_ = false, finished_ = false;
  std::uint64_t bytes_ = 0;
  form_data::Pairs fields_;  ///< Of a body that is urlencoded without names, and as they came, until it is complete.
  std::vector<ReceivedFile> files_;
  std::size_t field_bytes_ = 0;
  std::uint64_t file_bytes_ = 0;
  enum class Into : std::uint8_t { field, file, unnamed, between, nothing } into_ = Into::nothing;
  std::optional<ProblemDetails> problem_;
};

/// Whether a Content-Type is one that forms are sent as.
[[nodiscard]] bool is_form_type(std::string_view content_type);

}  // namespace lacit::intake
