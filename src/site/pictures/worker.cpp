#include "pictures/worker.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

extern char** environ;

namespace lacit::pictures {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto start_limit = std::chrono::seconds(60);

/// The child has the socket as its standard input and output; nothing else of ours is open in it.
pid_t spawn(const fs::path& program, int socket) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
  std::string name = program.string();
  std::array<char*, 2> arguments{name.data(), nullptr};
  pid_t process = -1;
  const int failed = posix_spawn(&process, name.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? process : -1;
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

}  // namespace

base::Result<Worker> Worker::start(const fs::path& program) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return base::Error{std::string("no socket can be had (") + std::strerror(errno) + "); look at the system's limits"};
  }
  const pid_t process = spawn(program, ends[1]);
  close(ends[1]);
  Worker worker(process, ends[0]);
  const Reply ready = process < 0 ? Reply{.loss = Loss::died} : worker.wait(start_limit);
  if (ready.loss == Loss::none && ready.message == ready_message()) return worker;
  if (ready.loss == Loss::none) {
    return base::Error{program.string() + " is of another build than lacit", "run ./dev build"};
  }
  return base::Error{program.string() + " does not start; run «" + program.string() +
                     " --version» to see why, and ./dev build to make it anew"};
}

Worker::Worker(Worker&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      socket_(std::exchange(other.socket_, -1)),
      received_(std::move(other.received_)) {}

Worker& Worker::operator=(Worker&& other) noexcept {
  std::swap(process_, other.process_);
  std::swap(socket_, other.socket_);
  std::swap(received_, other.received_);
  return *this;
}

Worker::~Worker() { end(); }

Reply Worker::ask(const Message& job, std::chrono::milliseconds limit) {
  if (!send_all(socket_, packed(job))) {
    end();
    return {.loss = Loss::died};
  }
  Reply reply = wait(limit);
  if (reply.loss == Loss::none) return reply;
  const int status = end();
  // Its own limit of computing (codecs/time_limit.h) was reached.
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) reply.loss = Loss::late;
  return reply;
}

Reply Worker::wait(std::chrono::milliseconds limit) {
  const auto deadline = Clock::now() + limit;
  while (true) {
    if (auto message = unpack(received_)) return {.message = std::move(*message)};
    if (is_nonsense(received_)) return {.loss = Loss::died};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd readable{.fd = socket_, .events = POLLIN, .revents = 0};
    const int count = left.count() <= 0 ? 0 : poll(&readable, 1, static_cast<int>(left.count()));
    if (count == 0) return {.loss = Loss::late};
    std::array<char, 4096> piece{};
    const ssize_t got = count < 0 ? -1 : read(socket_, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return {.loss = Loss::died};
    received_.append(piece.data(), static_cast<std::size_t>(got));
  }
}

// A closed socket ends one that waits; one that computes is not waited for.
int Worker::end() {
  if (socket_ >= 0) close(std::exchange(socket_, -1));
  if (process_ < 0) return 0;
  kill(process_, SIGKILL);
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  return status;
}

base::Result<fs::path> find_program() {
  std::error_code error;
  const fs::path own = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& place : {own / "lacit-pictures", own / "pictures" / "lacit-pictures"}) {
    if (access(place.c_str(), X_OK) == 0) return place;
  }
  return base::Error{(own / "lacit-pictures").string() +
                     " is missing, which reads and writes pictures; ./dev build makes it, copy it beside lacit"};
}

}  // namespace lacit::pictures
