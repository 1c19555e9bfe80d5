#include "server/server.h"

#include <sys/resource.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <chrono>
#include <cstdio>
#include <future>
#include <thread>
#include <vector>

#include "base/paths.h"
#include "server/backend.h"
#include "server/session.h"

namespace lacit::server {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr auto drain_limit = std::chrono::seconds(10);
constexpr auto accept_pause = std::chrono::milliseconds(50);
constexpr auto flush_every = std::chrono::seconds(10);
constexpr auto look_every = std::chrono::seconds(1);
constexpr int looks_when_well = 60;  // Only every so many of them is one; each when something is away.
/// So long the start waits for a database that does not answer: pages are not to wait for it.
constexpr auto first_look = std::chrono::seconds(3);

/// Each connection is a descriptor: as many as the system allows without asking (form-backend 5).
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

class Server {
 public:
  Server(const Options& options, std::shared_ptr<const SiteFiles> site)
      : state_(std::make_shared<SharedState>(options, std::move(site))),
        acceptor_(asio::make_strand(context_)),
        signals_(context_, SIGINT, SIGTERM, SIGHUP),  // SIGHUP: the terminal that it was started from has closed.
        pause_(acceptor_.get_executor()),
        watch_(context_),
        drain_(context_),
        tidy_(context_),
        flush_(context_),
        scan_(context_),
        look_(context_),
        seen_(fingerprint(options.site)) {}

  /// In this order, and before anything goes: a thread that held the last share of the state would close the database
  /// while the process ends, or not any more, and leave its log with words in it.
  ~Server() {
    state_->workers.join();
    end_backend(*state_);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  base::Result<bool> open();
  base::Result<bool> listen();
  void run();

 private:
  void accept();
  void accept_later();
  void watch();
  void tidy();
  void flush();
  void scan();
  void look();
  void replace(std::shared_ptr<const SiteFiles> site);
  void end();
  void end_when_idle(std::chrono::steady_clock::time_point limit);

  asio::io_context context_;
  std::shared_ptr<SharedState> state_;
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer pause_;
  asio::steady_timer watch_;
  asio::steady_timer drain_;
  asio::steady_timer tidy_;
  asio::steady_timer flush_;
  asio::steady_timer scan_;
  asio::steady_timer look_;
  int looks_ = 0;
  std::uint64_t seen_;
};

base::Result<bool> Server::open() {
  if (auto made = make_backend(*state_); !made || !state_->intake) return made;
  auto looked = std::make_shared<std::promise<void>>();
  state_->looking = true;
  asio::post(state_->workers, [state = state_, looked] {
    look_at_backend(*state);
    state->looking = false;
    looked->set_value();
  });
  looked->get_future().wait_for(first_look);
  return true;
}

base::Result<bool> Server::listen() {
  const Options& options = state_->options;
  boost::system::error_code error;
  const auto address = asio::ip::make_address(options.address, error);
  if (error) return base::Error{"'" + options.address + "' is no IP address; give one as --address 127.0.0.1"};
  const tcp::endpoint endpoint(address, options.port);
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    return base::Error{"port " + std::to_string(options.port) + " cannot be had (" + error.message() +
                       "); give another one, for example --port " + std::to_string(options.port + 1)};
  }
  const auto port = acceptor_.local_endpoint().port();
  std::printf("LA CIT is at http://%s:%d/ (Ctrl+C ends it)\n", options.address.c_str(), port);
  std::fflush(stdout);
  return true;
}

void Server::run() {
  accept();
  watch();
  tidy();
  flush();
  scan();
  look();
  signals_.async_wait([this](boost::system::error_code error, int) {
    if (!error) asio::post(acceptor_.get_executor(), [this] { end(); });
  });
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) helpers.emplace_back([this] { context_.run(); });
    context_.run();
  }
}

void Server::accept() {
  acceptor_.async_accept(asio::make_strand(context_), [this](boost::system::error_code error, tcp::socket socket) {
    if (!acceptor_.is_open()) return;
    if (error) return accept_later();
    std::make_shared<HttpSession>(std::move(socket), state_)->start();
    accept();
  });
}

// No descriptors, most likely: to ask again at once would only keep a processor busy (form-backend 35).
void Server::accept_later() {
  pause_.expires_after(accept_pause);
  pause_.async_wait([this](boost::system::error_code error) {
    if (!error && acceptor_.is_open()) accept();
  });
}

// A new build shows without a restart; until it is complete the old files stay.
void Server::watch() {
  watch_.expires_after(std::chrono::seconds(1));
  watch_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    const std::uint64_t now = fingerprint(state_->options.site);
    if (now != 0 && now != seen_) {
      seen_ = now;
      if (auto site = SiteFiles::read(state_->options.site)) replace(std::move(site.value()));
    }
    watch();
  });
}

// What is kept for so many days only, and what a crash left behind, is looked for at the start and then every hour.
void Server::tidy() {
  if (!state_->intake) return;
  tidy_.expires_after(std::chrono::seconds(state_->options.tidy_every));
  tidy_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    if (state_->opened) asio::post(state_->workers, [state = state_] { tidy_up(*state); });
    tidy();
  });
}

// Visits are counted in memory; the rest is written when the server ends.
void Server::flush() {
  if (!state_->intake) return;
  asio::post(state_->workers, [state = state_] { state->intake->flush_visits(); });
  flush_.expires_after(flush_every);
  flush_.async_wait([this](boost::system::error_code error) {
    if (!error) flush();
  });
}

// Files that are held back, since nobody could say whether they are clean, are asked about again (25).
void Server::scan() {
  if (!state_->intake || !state_->options.intake.viruses.clamd) return;
  if (!state_->scanning.exchange(true)) {
    asio::post(state_->workers, [state = state_] {
      state->intake->scan_held([&state] { return state->draining.load(); });
      state->scanning = false;
    });
  }
  scan_.expires_after(std::chrono::seconds(state_->options.intake.viruses.again));
  scan_.async_wait([this](boost::system::error_code error) {
    if (!error) scan();
  });
}

// A database that is away is looked for every second; one that is there is asked every minute whether it still is.
void Server::look() {
  if (!state_->intake) return;
  const bool due = ++looks_ >= looks_when_well || state_->away || state_->intake->is_doubtful();
  if (due && !state_->looking.exchange(true)) {
    looks_ = 0;
    asio::post(state_->workers, [state = state_] {
      look_at_backend(*state);
      state->looking = false;
    });
  }
  look_.expires_after(look_every);
  look_.async_wait([this](boost::system::error_code error) {
    if (!error) look();
  });
}

void Server::replace(std::shared_ptr<const SiteFiles> site) {
  if (!take_forms(*state_, *site)) return;
  state_->replace(std::move(site));
}

void Server::end() {
  state_->draining = true;
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  pause_.cancel();
  watch_.cancel();
  tidy_.cancel();
  flush_.cancel();
  scan_.cancel();
  look_.cancel();
  end_when_idle(std::chrono::steady_clock::now() + drain_limit);
}

// Running answers finish; connections that only wait are not waited for longer than the limit (form-backend 9).
void Server::end_when_idle(std::chrono::steady_clock::time_point limit) {
  if (state_->writing == 0 || std::chrono::steady_clock::now() >= limit) return context_.stop();
  drain_.expires_after(std::chrono::milliseconds(20));
  drain_.async_wait([this, limit](boost::system::error_code) { end_when_idle(limit); });
}

/// Whatever lies in the site's folder is served.
base::Result<bool> check_folders(const Options& options) {
  if (options.data.empty() || !base::lies_in(base::place_of(options.data), base::place_of(options.site))) return true;
  return base::Error{"the data folder " + options.data.string() + " lies in the site's, " + options.site.string() +
                         ", so that everybody could read what visitors write",
                     "name another one with --data"};
}

}  // namespace

base::Result<bool> serve(const Options& options) {
  raise_descriptor_limit();
  if (auto apart = check_folders(options); !apart) return apart;
  auto site = SiteFiles::read(options.site);
  if (!site) return site.error();
  Server server(options, std::move(site.value()));
  if (const auto opened = server.open(); !opened) return opened.error();
  if (const auto listening = server.listen(); !listening) return listening.error();
  server.run();
  return true;
}

}  // namespace lacit::server
