// `lacit-pictures`: reads jobs from standard input, answers on standard output, ends when nobody asks any more. A
// process of its own, so that a file that breaks a decoder breaks nothing else.
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <exception>
#include <string_view>

#include "codecs/jobs.h"
#include "codecs/load.h"
#include "pictures/plan.h"

namespace {

using lacit::pictures::Message;

constexpr rlim_t most_memory = 4UL * 1024 * 1024 * 1024;

void limit(__rlimit_resource_t resource, rlim_t most) {
  rlimit now{};
  if (getrlimit(resource, &now) != 0) return;
  now.rlim_cur = std::min(most, now.rlim_max);
  setrlimit(resource, &now);
}

bool say(const Message& message) {
  const std::string bytes = lacit::pictures::packed(message);
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t count = write(STDOUT_FILENO, bytes.data() + sent, bytes.size() - sent);
    if (count <= 0) return false;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

/// Libraries complain of bad files there in their own words; lacit says it in ours.
void be_quiet() {
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
}

void serve() {
  be_quiet();
  limit(RLIMIT_AS, most_memory);
  limit(RLIMIT_CORE, 0);
  std::string received;
  std::array<char, 4096> piece{};
  bool heard = say(lacit::pictures::ready_message());
  while (heard) {
    const ssize_t count = read(STDIN_FILENO, piece.data(), piece.size());
    if (count <= 0) return;
    received.append(piece.data(), static_cast<std::size_t>(count));
    while (const auto job = lacit::pictures::unpack(received)) {
      heard = heard && say(lacit::codecs::answer(*job));
    }
  }
}

}  // namespace

int main(int count, char** arguments) try {
  lacit::codecs::open_library(arguments[0]);
  if (count > 1 && std::string_view(arguments[1]) == "--version") {
    std::printf("lacit-pictures %s, libvips %s\n", lacit::pictures::pipeline_version.data(), vips_version_string());
    return 0;
  }
  if (isatty(STDIN_FILENO) != 0) {
    std::fprintf(stderr, "lacit-pictures: «lacit build» and «lacit check» start this\n");
    return 1;
  }
  serve();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "lacit-pictures: %s\n", error.what());
  return 1;
}
