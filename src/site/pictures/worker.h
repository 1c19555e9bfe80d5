// One process of `lacit-pictures`: does one file after the other, and may die of a bad one without harm to the build.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "pictures/message.h"

namespace lacit::pictures {

/// How a job went that gave no answer.
enum class Loss { none, died, late };

struct Reply {
  Loss loss = Loss::none;
  Message message{};
};

class Worker {
 public:
  /// Starts it and waits until it is ready. Gives the reason where it does not start.
  [[nodiscard]] static base::Result<Worker> start(const std::filesystem::path& program);

  Worker(Worker&& other) noexcept;
  Worker& operator=(Worker&& other) noexcept;
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker();

  /// Sends a job and waits for its answer. After a loss the process is gone.
  [[nodiscard]] Reply ask(const Message& job, std::chrono::milliseconds limit);

 private:
  Worker(pid_t process, int socket) : process_(process), socket_(socket) {}
  [[nodiscard]] Reply wait(std::chrono::milliseconds limit);
  /// Gives how the process ended, as waitpid() tells it.
  int end();

  pid_t process_ = -1;
  int socket_ = -1;
  std::string received_;
};

/// The program beside this one, or where a build tree has it. The error says what to do.
[[nodiscard]] base::Result<std::filesystem::path> find_program();

}  // namespace lacit::pictures
