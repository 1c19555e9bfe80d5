#include "form_data/multipart.h"

#include <algorithm>

#include "form_data/part_headers.h"

namespace lacit::form_data {

// The delimiter's CR LF belongs to it and not to the data before it (RFC 2046, 5.1.1); the first one has none before
// it, so the parser pretends that one came.
MultipartParser::MultipartParser(std::string_view boundary, Receiver& receiver, Limits limits)
    : delimiter_("\r\n--" + std::string(boundary)), receiver_(receiver), limits_(limits), pending_("\r\n") {}

bool MultipartParser::feed(std::string_view bytes) {
  if (fault_ != Fault::none) return false;
  if (state_ == State::epilogue) return ignore(bytes.size());
  pending_ += bytes;
  while (fault_ == Fault::none && step()) {
  }
  return fault_ == Fault::none;
}

bool MultipartParser::finish() {
  if (fault_ == Fault::none && state_ != State::epilogue) fail(Fault::malformed);
  return fault_ == Fault::none;
}

bool MultipartParser::fail(Fault fault) {
  fault_ = fault;
  pending_.clear();
  return false;
}

/// What comes after the last part is to be ignored (RFC 2046, 5.1.1), which is no leave to go on for ever.
bool MultipartParser::ignore(std::size_t bytes) {
  epilogue_ += bytes;
  return epilogue_ <= limits_.headers || fail(Fault::malformed);
}

/// What is left of the headers passes for the part's bytes, which nobody wants: the next delimiter ends both.
bool MultipartParser::skip(Fault why) {
  if (!receiver_.skip(why)) return fail(why);
  state_ = State::data;
  return true;
}

/// Does what can be done with what is there; false: more bytes are needed.
bool MultipartParser::step() {
  switch (state_) {
    case State::before_first: return read_first_delimiter();
    case State::after_delimiter: return read_after_delimiter();
    case State::headers: return read_headers();
    case State::data: return read_data();
    case State::epilogue: break;
  }
  return false;
}

// A preamble would be allowed by the RFC and is sent by nobody: what does not begin with the boundary is something
// else.
bool MultipartParser::read_first_delimiter() {
  const std::size_t known = std::min(pending_.size(), delimiter_.size());
  if (pending_.compare(0, known, delimiter_, 0, known) != 0) return fail(Fault::malformed);
  if (pending_.size() < delimiter_.size()) return false;
  pending_.erase(0, delimiter_.size());
  state_ = State::after_delimiter;
  return true;
}

bool MultipartParser::read_after_delimiter() {
  // RFC 2046, 5.1.1: blanks that were added on the way, which receivers must expect.
  const std::size_t padding = std::min(pending_.find_first_not_of(" \t"), pending_.size());
  padding_ += padding;
  if (padding_ > limits_.headers) return fail(Fault::too_large);
  pending_.erase(0, padding);
  if (pending_.size() < 2) return false;
  if (padding_ == 0 && pending_.starts_with("--")) {
    const std::size_t rest = pending_.size() - 2;
    pending_.clear();
    state_ = State::epilogue;
    ignore(rest);
    return false;
  }
  if (!pending_.starts_with("\r\n")) return fail(Fault::malformed);
  if (++parts_ > limits_.parts) return fail(Fault::too_large);
  padding_ = 0;
  // The line's end stays: headers are then lines that each begin with one.
  state_ = State::headers;
  return true;
}

bool MultipartParser::read_headers() {
  const std::size_t end = pending_.find("\r\n\r\n");
  if (std::min(end, pending_.size()) > limits_.headers) return skip(Fault::too_large);
  if (end == std::string::npos) return false;
  const std::optional<Part> part = parse_headers(std::string_view(pending_).substr(0, end));
  if (!part) return skip(Fault::malformed);
  pending_.erase(0, end + 4);
  state_ = State::data;
  if (!receiver_.begin(*part)) return fail(Fault::stopped);
  return true;
}

bool MultipartParser::read_data() {
  const std::size_t found = pending_.find(delimiter_);
  // Without one, the last bytes may be a delimiter's beginning.
  const std::size_t sure =
      found != std::string::npos ? found : pending_.size() - std::min(pending_.size(), delimiter_.size() - 1);
  if (sure > 0 && !receiver_.data(std::string_view(pending_).substr(0, sure))) return fail(Fault::stopped);
  if (found == std::string::npos) {
    pending_.erase(0, sure);
    return false;
  }
  if (!receiver_.end()) return fail(Fault::stopped);
  pending_.erase(0, found + delimiter_.size());
  state_ = State::after_delimiter;
  return true;
}

}  // namespace lacit::form_data
