// A connected stream socket that never waits beyond its deadline.
#pragma once

#include <string>
#include <string_view>

#include "scan/clamd.h"

namespace lacit::scan {

class Socket {
 public:
  explicit Socket(Deadline deadline) : deadline_(deadline) {}
  ~Socket();
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  // Each gives false where it failed or the time was up; failure() says which.

  [[nodiscard]] bool connect(const Endpoint& endpoint);
  [[nodiscard]] bool write(std::string_view bytes);
  /// Up to a zero byte, which must come within `most` bytes.
  [[nodiscard]] bool read_line(std::string& line, std::size_t most);

  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  [[nodiscard]] bool wait(short events);
  [[nodiscard]] bool fail();

  Deadline deadline_;
  int descriptor_ = -1;
  std::string failure_;
};

}  // namespace lacit::scan
