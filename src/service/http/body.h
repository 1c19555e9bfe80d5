// Reads a request's body out of the connection's bytes, whole or in chunks (RFC 9112, 6.2 and 7.1). Content is passed
// on where it lies; of what stands around it no more is kept than a line, and all of that together has a cap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/framing.h"

namespace lacit::http {

/// What a message may spend beside its content: chunk extensions (7.1.1 asks for such a limit) and trailers.
inline constexpr std::size_t most_overhead = 16UL * 1024;

class BodyReader {
 public:
  enum class State : std::uint8_t { more, done, malformed };

  explicit BodyReader(const Framing& framing);

  /// The next piece of content in `bytes`, empty where there is none yet; what was used is taken from their front. To
  /// be called until they are empty or the state is not `more`; what is left then is the next request's.
  [[nodiscard]] std::string_view next(std::string_view& bytes);
  [[nodiscard]] State state() const;

 private:
  enum class Part : std::uint8_t { content, chunk_end, size, trailer, done, malformed };

  void read_line(std::string_view& bytes);
  void end_line(std::string_view line);
  void begin_chunk(std::string_view line);
  [[nodiscard]] std::size_t most_line() const;

  Part part_;
  bool chunked_;
  std::uint64_t left_;                    ///< Of the content or of the chunk.
  std::size_t overhead_ = most_overhead;  ///< Still to spend.
  std::string line_;                      ///< A line that has not ended yet.
};

}  // namespace lacit::http
