// A process that is stopped, dies or says nothing: what its job is told to have come to.
#include "pictures/worker.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace lacit;
using namespace std::chrono_literals;
using pictures::Loss;

namespace {

namespace fs = std::filesystem;

/// A worker that says `first`, as packed() has it, and does the other thing once a job has come.
fs::path script(const std::string& then, const pictures::Message& first = pictures::ready_message()) {
  fs::path file = fs::temp_directory_path() / ("lacit-worker-" + std::to_string(getpid()));
  std::ofstream script(file, std::ios::trunc);
  script << "#!/bin/sh\nprintf '";
  for (const char byte : pictures::packed(first)) {
    script << (byte < ' ' ? "\\0" + std::to_string(byte / 8) + std::to_string(byte % 8) : std::string(1, byte));
  }
  script << "'\nhead -c 4 >/dev/null\n" << then << '\n';
  script.close();
  fs::permissions(file, fs::perms::owner_all);
  return file;
}

Loss loss_of(const std::string& then, std::chrono::milliseconds limit = 20s) {
  const fs::path program = script(then);
  auto worker = pictures::Worker::start(program);
  REQUIRE(static_cast<bool>(worker));
  const Loss loss = worker.value().ask({"survey"}, limit).loss;
  fs::remove(program);
  return loss;
}

}  // namespace

TEST_CASE("pictures: 11.B13: a job that reaches its limit of computing is late, not a reason to try again") {
  CHECK(loss_of("ulimit -S -t 1; while :; do :; done") == Loss::late);
  CHECK(loss_of("kill -XCPU $$") == Loss::late);
}

TEST_CASE("pictures: a worker that dies otherwise has died, one that says nothing is late") {
  CHECK(loss_of("kill -SEGV $$") == Loss::died);
  CHECK(loss_of("exit 0") == Loss::died);
  CHECK(loss_of("exec sleep 60", 200ms) == Loss::late);
}

TEST_CASE("pictures: a worker of another build is told of, and given no job") {
  for (const pictures::Message& other : {pictures::Message{"ready"}, pictures::Message{"ready", "1"}}) {
    const fs::path program = script("exit 0", other);
    const auto worker = pictures::Worker::start(program);
    REQUIRE_FALSE(worker);
    CHECK(worker.message() == program.string() + " is of another build than lacit; run ./dev build");
    fs::remove(program);
  }
}
