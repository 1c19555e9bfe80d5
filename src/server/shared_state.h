// What all connections share: the site's files, which may be replaced while serving, what visitors send, and how many
// connections there are.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <mutex>
#include <vector>

#include "server/server.h"

namespace lacit::server {

class SharedState {
 public:
  SharedState(Options server_options, std::shared_ptr<const SiteFiles> site)
      : options(std::move(server_options)), site_(std::move(site)) {}

  [[nodiscard]] std::shared_ptr<const SiteFiles> site() const {
    const std::lock_guard lock(mutex_);
    return site_;
  }
  void replace(std::shared_ptr<const SiteFiles> site) {
    const std::lock_guard lock(mutex_);
    site_ = std::move(site);
  }

  const Options options;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<intake::Intake> intake;                    ///< None without a data folder or without forms.
  std::vector<std::unique_ptr<delivery::Courier>> couriers;  ///< One for each of the intake's channels.
  boost::asio::thread_pool workers{2};  ///< For what waits for disks; ends before what it works with.
  std::atomic<std::size_t> connections{0};
  std::atomic<std::size_t> writing{0};  ///< Answers on their way.
  std::atomic<bool> draining{false};
  std::atomic<bool> scanning{false};  ///< A look at held files is on its way.

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const SiteFiles> site_;
};

}  // namespace lacit::server
