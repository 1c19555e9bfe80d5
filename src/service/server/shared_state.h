// What all connections share: the site's files, which may be replaced while serving, what visitors send, and the table
// of connections.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <mutex>
#include <vector>

#include "server/connection_table.h"
#include "server/server.h"

namespace lacit::server {

class SharedState {
 public:
  SharedState(Options server_options, std::shared_ptr<const SiteFiles> site)
      : options(std::move(server_options)), connections(options.connections), site_(std::move(site)) {}

  [[nodiscard]] std::shared_ptr<const SiteFiles> site() const {
    const std::lock_guard lock(mutex_);
    return site_;
  }
  void replace(std::shared_ptr<const SiteFiles> site) {
    const std::lock_guard lock(mutex_);
    site_ = std::move(site);
  }

  const Options options;
  ConnectionTable connections;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<intake::Intake> intake;                    ///< None without a data folder or without forms.
  std::vector<std::unique_ptr<delivery::Courier>> couriers;  ///< One for each channel of the intake's routes.
  boost::asio::thread_pool workers{2};  ///< For what waits for disks; ends before what it works with.
  std::atomic<std::size_t> writing{0};  ///< Answers on their way.
  std::atomic<bool> draining{false};
  std::atomic<bool> scanning{false};  ///< A look at held files is on its way.
  std::atomic<bool> looking{false};   ///< A look at the database is.
  bool has_belongings = false;        ///< The data folder was found; for whoever is `looking`.
  std::atomic<bool> opened{false};    ///< The database was, and the couriers are at work.
  std::atomic<bool> away{false};      ///< It was not all there at the last look.
  std::string trouble;                ///< Why forms cannot be taken, as the log was told; likewise.

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const SiteFiles> site_;
};

}  // namespace lacit::server
