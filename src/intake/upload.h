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
#include "intake/attachment_files.h"
#include "intake/exchange.h"
#include "intake/file_types.h"
#include "store/store.h"

namespace lacit::intake {

struct UploadLimits {
  std::size_t fields = 256UL * 1024;                     ///< Bytes of all fields together.
  std::size_t files = forms::most_files;                 ///< Attachments.
  std::uint64_t file = forms::most_file_bytes;           ///< Bytes of one.
  std::uint64_t all_files = forms::most_bytes_of_files;  ///< Bytes of all.
  /// What the whole body may have: HTTP's own limit, so that nothing larger is even read.
  [[nodiscard]] std::uint64_t body() const { return all_files + fields + 64UL * 1024; }
};

struct ReceivedFile {
  std::string name;
  FileType type = FileType::txt;
  std::unique_ptr<IncomingFile> file;
  store::Scan scan = store::Scan::none;
};

class Upload : private form_data::Receiver {
 public:
  /// Without `files` the form takes no attachments.
  Upload(std::string_view content_type, AttachmentFiles* files, UploadLimits limits);

  /// The next bytes; false: no more are wanted, see problem().
  bool feed(std::string_view bytes);
  /// The body is complete.
  void finish();

  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }
  [[nodiscard]] const form_data::Pairs& fields() const { return fields_; }
  [[nodiscard]] std::vector<ReceivedFile>& files() { return files_; }

 private:
  bool begin(const form_data::Part& part) override;
  bool data(std::string_view bytes) override;
  bool end() override;

  bool begin_file(const std::string& name);
  bool add_to_file(std::string_view bytes);
  bool refuse(Problem problem);

  AttachmentFiles* room_;
  UploadLimits limits_;
  std::unique_ptr<form_data::MultipartParser> parser_;
  std::string urlencoded_;
  bool is_urlencoded_ = false;
  form_data::Pairs fields_;
  std::vector<ReceivedFile> files_;
  std::size_t field_bytes_ = 0;
  std::uint64_t file_bytes_ = 0;
  enum class Into : std::uint8_t { field, file, nothing } into_ = Into::nothing;
  std::optional<Problem> problem_;
};

/// Whether a Content-Type is one that forms are sent as.
[[nodiscard]] bool is_form_type(std::string_view content_type);

}  // namespace lacit::intake
