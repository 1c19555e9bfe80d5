// multipart/form-data (RFC 7578 over RFC 2046, 5.1.1), piece by piece as it arrives: a part's bytes go on at once, and
// no more is kept than a boundary and one part's headers, however large the body is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lacit::form_data {

enum class Fault : std::uint8_t {
  none,
  malformed,  ///< Not what the RFCs describe, or it ends before its last boundary.
  too_large,  ///< More parts or longer headers than allowed (form-backend 4).
  stopped,    ///< The receiver wants no more.
};

struct Limits {
  std::size_t parts = 64;
  std::size_t headers = 4096;  ///< Bytes of one part's headers, and of what comes after the last part.
};

/// A part's headers; names are UTF-8 as browsers send them, with their escapes of quotes and line ends undone.
struct Part {
  std::string name;
  std::optional<std::string> file_name;
  std::string content_type;
};

/// Takes what is parsed. Each returns false to stop.
class Receiver {
 public:
  Receiver() = default;
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;
  virtual ~Receiver() = default;

  virtual bool begin(const Part& part) = 0;
  virtual bool data(std::string_view bytes) = 0;
  virtual bool end() = 0;
  /// A part whose headers say nothing that can be read, or are too long; its bytes follow. False: stop with that fault.
  virtual bool skip(Fault /*why*/) { return false; }
};

/// The boundary that a Content-Type names, 1 to 70 characters of those that RFC 2046 lets it have.
[[nodiscard]] std::optional<std::string> boundary_of(std::string_view content_type);

class MultipartParser {
 public:
  MultipartParser(std::string_view boundary, Receiver& receiver, Limits limits = {});

  /// Takes the next bytes; false when there is a fault, which then stays.
  bool feed(std::string_view bytes);
  /// No more bytes come: a fault where the last boundary has not.
  bool finish();

  [[nodiscard]] Fault fault() const { return fault_; }

 private:
  enum class State : std::uint8_t { before_first, after_delimiter, headers, data, epilogue };

  bool step();
  bool read_first_delimiter();
  bool read_after_delimiter();
  bool read_headers();
  bool read_data();
  bool fail(Fault fault);
  bool skip(Fault why);
  bool ignore(std::size_t bytes);

  std::string delimiter_;  ///< CR LF, two hyphens, the boundary.
  Receiver& receiver_;
  Limits limits_;
  std::string pending_;  ///< What came and is not used up: less than a piece and a delimiter, or a part's headers.
  State state_ = State::before_first;
  std::size_t parts_ = 0;
  std::size_t padding_ = 0;   ///< Bytes since the delimiter.
  std::size_t epilogue_ = 0;  ///< Bytes after the last part.
  Fault fault_ = Fault::none;
};

}  // namespace lacit::form_data
