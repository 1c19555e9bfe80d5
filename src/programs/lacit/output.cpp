#include "lacit/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <iostream>
#include <system_error>

namespace lacit::programs {

void guard_output() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    // The lowest number that is free is this one. For reading: to write there fails, as it would without.
    if (fcntl(descriptor, F_GETFD) < 0) open("/dev/null", O_RDONLY);
  }
}

bool close_output() {
  errno = 0;
  std::cout.flush();
  const bool failed = std::fflush(stdout) != 0 || std::ferror(stdout) != 0 || !std::cout;
  const int why = errno;
  // Disks across a network say only now that they are full (close(2)).
  if (close(STDOUT_FILENO) == 0 && !failed) return true;
  const std::string reason = why != 0 ? " (" + std::generic_category().message(why) + ")" : "";
  std::fprintf(stderr, "lacit: standard output could not be written%s; what it took is not complete\n", reason.c_str());
  return false;
}

}  // namespace lacit::programs
