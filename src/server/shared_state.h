// What all connections share: the site's files, which may be replaced while serving, and how many connections there
// are.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

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
  std::atomic<std::size_t> connections{0};
  std::atomic<std::size_t> writing{0};  ///< Answers on their way.
  std::atomic<bool> draining{false};

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const SiteFiles> site_;
};

}  // namespace lacit::server
