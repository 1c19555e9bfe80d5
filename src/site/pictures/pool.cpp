#include "pictures/pool.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include "pictures/worker.h"

namespace lacit::pictures {
namespace {

// The largest picture that is taken needs a third of this on a slow machine.
constexpr auto job_limit = std::chrono::minutes(3);

class Pool {
 public:
  Pool(const std::filesystem::path& program, const std::vector<Message>& jobs,
       const std::function<void(std::size_t, Answer)>& done)
      : program_(program), jobs_(jobs), done_(done) {}

  base::Result<bool> run() {
    const std::size_t hands = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), jobs_.size());
    {
      std::vector<std::jthread> helpers;
      for (std::size_t i = 1; i < hands; ++i) helpers.emplace_back([this] { work(); });
      work();
    }
    if (failure_) return *failure_;
    return true;
  }

 private:
  void work() {
    std::optional<Worker> worker;
    for (std::size_t i = next_++; i < jobs_.size() && !failed_; i = next_++) {
      Reply reply = ask(worker, jobs_[i]);
      if (reply.loss == Loss::died) reply = ask(worker, jobs_[i]);
      if (failed_) return;
      const std::lock_guard lock(mutex_);
      done_(i, answer_of(std::move(reply)));
    }
  }

  Reply ask(std::optional<Worker>& worker, const Message& job) {
    if (!worker) {
      auto started = Worker::start(program_);
      if (!started) {
        fail(started.error());
        return {};
      }
      worker.emplace(std::move(started.value()));
    }
    Reply reply = worker->ask(job, job_limit);
    if (reply.loss != Loss::none) worker.reset();
    return reply;
  }

  static Answer answer_of(Reply reply) {
    if (reply.loss == Loss::late)
      return base::Error{"the picture takes far longer than its size explains", "export it anew, or smaller"};
    if (reply.loss == Loss::died || reply.message.empty()) {
      return base::Error{"the picture makes its decoder fail or needs too much memory", "export it anew, or smaller"};
    }
    if (auto error = error_in(reply.message)) return std::move(*error);
    return std::move(reply.message);
  }

  void fail(const base::Error& why) {
    const std::lock_guard lock(mutex_);
    failed_ = true;
    failure_ = why;
  }

  const std::filesystem::path& program_;
  const std::vector<Message>& jobs_;
  const std::function<void(std::size_t, Answer)>& done_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  std::optional<base::Error> failure_;
};

}  // namespace

base::Result<bool> run_jobs(const std::filesystem::path& program, const std::vector<Message>& jobs,
                            const std::function<void(std::size_t, Answer)>& done) {
  return Pool(program, jobs, done).run();
}

}  // namespace lacit::pictures
