// Carries messages from the outbox to their channel, for as long as it takes. One thread a channel: a mail server that
// hangs holds up no webhook, and nothing here holds up a visitor.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "delivery/channel.h"

namespace lacit::delivery {

struct Patience {
  store::Seconds first = 30;           ///< Pause after the first failure; doubled after each further one.
  store::Seconds longest = 6L * 3600;  ///< No pause is longer.
  int tries = 40;                      ///< Then it is given up: some nine days with the pauses above.
  /// Of one that is refused: a little more than a day with the pauses above. A full mailbox, a list that is being set
  /// up and a server that was moved refuse with 5xx as well, and within a working day somebody puts them right
  /// (RFC 5321, 4.2.1: «even some "permanent" error conditions can be corrected»).
  int refused_tries = 13;
  store::Seconds look_again = 15;  ///< Between looks into an empty outbox.
};

/// The pause after `attempts` failures, with up to a fifth more or less by chance (34). `chance` from 0 to 1.
[[nodiscard]] store::Seconds pause_after(int attempts, const Patience& patience, double chance);

class Courier {
 public:
  Courier(store::Store& store, std::unique_ptr<Channel> channel, Patience patience);
  /// Waits for the delivery that is on its way.
  ~Courier();
  Courier(const Courier&) = delete;
  Courier& operator=(const Courier&) = delete;

  /// Something new is in the outbox.
  void wake();

 private:
  void run(const std::stop_token& stop);
  /// Whether there was anything.
  bool carry(const std::stop_token& stop);
  void deliver(const store::Delivery& delivery);
  void wait(const std::stop_token& stop);

  store::Store& store_;
  std::unique_ptr<Channel> channel_;
  Patience patience_;
  std::mutex mutex_;
  std::condition_variable_any bell_;
  bool woken_ = false;
  store::Seconds pause_;  ///< Until the next look into the outbox: what was put off may be due sooner.
  std::jthread thread_;
};

}  // namespace lacit::delivery
