#include "http/body.h"

#include <algorithm>
#include <utility>

#include "http/chunk.h"
#include "http/syntax.h"

namespace lacit::http {
namespace {

/// Longer lines than a size needs with its CRLF spend of the message's overhead.
constexpr std::size_t free_of_size = most_size_digits + 2;

/// A sound field that may stand behind the message it is about (RFC 9110, 6.5.1).
bool is_trailer(std::string_view line) { return is_field_line(line) && !is_of_framing(line.substr(0, line.find(':'))); }

}  // namespace

BodyReader::BodyReader(const Framing& framing)
    : part_(framing.chunked ? Part::size : Part::content), chunked_(framing.chunked), left_(framing.length) {
  if (framing.is_empty()) part_ = Part::done;
}

BodyReader::State BodyReader::state() const {
  if (part_ == Part::done) return State::done;
  return part_ == Part::malformed ? State::malformed : State::more;
}

std::string_view BodyReader::next(std::string_view& bytes) {
  if (part_ == Part::content) {
    const std::string_view content =
        bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size())));
    bytes.remove_prefix(content.size());
    left_ -= content.size();
    if (left_ == 0) part_ = chunked_ ? Part::chunk_end : Part::done;
    return content;
  }
  if (state() == State::more) read_line(bytes);
  return {};
}

std::size_t BodyReader::most_line() const {
  if (part_ == Part::chunk_end) return 2;
  return part_ == Part::size ? free_of_size + overhead_ : overhead_;
}

void BodyReader::read_line(std::string_view& bytes) {
  const std::size_t room = most_line() - line_.size();
  const std::size_t newline = bytes.substr(0, room).find('\n');
  const std::size_t used = newline == std::string_view::npos ? std::min(room, bytes.size()) : newline + 1;
  line_.append(bytes.substr(0, used));
  bytes.remove_prefix(used);
  if (newline == std::string_view::npos) {
    if (line_.size() == most_line()) part_ = Part::malformed;
    return;
  }
  const std::string line = std::exchange(line_, {});
  if (!line.ends_with("\r\n")) {
    part_ = Part::malformed;
    return;
  }
  const std::size_t free = part_ == Part::trailer ? 0 : free_of_size;
  overhead_ -= std::max(line.size(), free) - free;
  end_line(std::string_view(line).substr(0, line.size() - 2));
}

void BodyReader::end_line(std::string_view line) {
  if (part_ == Part::size) return begin_chunk(line);
  if (part_ == Part::chunk_end) {
    part_ = line.empty() ? Part::size : Part::malformed;
  } else if (line.empty()) {
    part_ = Part::done;
  } else if (!is_trailer(line)) {  // Those that are one are left out, as RFC 9110, 6.5.1 allows.
    part_ = Part::malformed;
  }
}

void BodyReader::begin_chunk(std::string_view line) {
  const auto size = chunk_size(line);
  if (!size) {
    part_ = Part::malformed;
    return;
  }
  left_ = *size;
  part_ = left_ == 0 ? Part::trailer : Part::content;
}

}  // namespace lacit::http
