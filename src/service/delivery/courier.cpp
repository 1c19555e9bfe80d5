#include "delivery/courier.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>

#include "base/log.h"

namespace lacit::delivery {
namespace {

constexpr std::size_t at_once = 20;
/// Longer than one try can take (curl.h), times what is claimed together.
constexpr store::Seconds lease = 120L * at_once + 60;

/// References, never words of a message (19).
void warn(const store::Delivery& delivery, const char* what, const std::string& why) {
  const std::string to = delivery.recipient.empty() ? "" : " to " + delivery.recipient;
  base::log(delivery.channel + to + " of message " + delivery.submission + " " + what + ": " + why);
}

bool is_hopeless(const store::Delivery& delivery, Verdict verdict, const Patience& patience) {
  if (verdict == Verdict::refused && delivery.refusals + 1 >= patience.refused_tries) return true;
  return verdict == Verdict::never || delivery.attempts + 1 >= patience.tries;
}

double chance() {
  thread_local std::minstd_rand engine(std::random_device{}());
  return std::uniform_real_distribution<double>(0, 1)(engine);
}

}  // namespace

store::Seconds pause_after(int attempts, const Patience& patience, double chance) {
  const double doubled = static_cast<double>(patience.first) * std::pow(2.0, std::clamp(attempts, 0, 30));
  const double pause = std::min(doubled, static_cast<double>(patience.longest));
  return std::max<store::Seconds>(1, static_cast<store::Seconds>(std::lround(pause * (0.8 + 0.4 * chance))));
}

Courier::Courier(store::Store& store, std::unique_ptr<Channel> channel, Patience patience)
    : store_(store),
      channel_(std::move(channel)),
      patience_(patience),
      pause_(patience.look_again),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Courier::~Courier() {
  thread_.request_stop();
  bell_.notify_all();
}

void Courier::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  bell_.notify_all();
}

void Courier::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (!carry(stop)) wait(stop);
  }
}

void Courier::wait(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  bell_.wait_for(lock, stop, std::chrono::seconds(pause_), [this] { return woken_; });
  woken_ = false;
  pause_ = patience_.look_again;
}

bool Courier::carry(const std::stop_token& stop) {
  const auto claimed = store_.claim(channel_->name(), lease, at_once);
  if (!claimed) base::log("the outbox cannot be read: " + claimed.message());
  if (!claimed || claimed.value().empty()) return false;
  for (const store::Delivery& delivery : claimed.value()) {
    // What was claimed and not begun is anybody's at once, not after the lease.
    if (stop.stop_requested()) {
      (void)store_.retry(delivery.id, 0, "the server was stopped");
    } else {
      deliver(delivery);
    }
  }
  return true;
}

void Courier::deliver(const store::Delivery& delivery) {
  const auto submission = store_.find(delivery.submission);
  if (!submission) return (void)store_.retry(delivery.id, patience_.first, submission.message());
  if (!submission.value()) return (void)store_.sent(delivery.id);  // Deleted meanwhile.
  // Of an older version; or the configuration names others since, who get it once more rather than not at all.
  if (const auto all = channel_->recipients(); std::find(all.begin(), all.end(), delivery.recipient) == all.end()) {
    return (void)store_.readdress(delivery, all);
  }
  const Outcome outcome = channel_->deliver(*submission.value(), delivery);
  if (outcome.verdict == Verdict::sent) return (void)store_.sent(delivery.id);
  if (is_hopeless(delivery, outcome.verdict, patience_)) {
    warn(delivery, "was given up (see lacit inbox stats and retry)", outcome.why);
    return (void)store_.give_up(delivery.id, outcome.why);
  }
  warn(delivery, "will be tried again", outcome.why);
  const store::Seconds pause = pause_after(delivery.attempts, patience_, chance());
  pause_ = std::min(pause_, pause);
  if (outcome.verdict == Verdict::refused) return (void)store_.refused(delivery.id, pause, outcome.why);
  (void)store_.retry(delivery.id, pause, outcome.why);
}

}  // namespace lacit::delivery
