#include "server/server.h"

#include <sys/resource.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include "server/session.h"

namespace lacit::server {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr auto drain_limit = std::chrono::seconds(10);

/// Each connection is a descriptor: as many as the system allows without asking (form-backend 5).
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

// form-backend: what visitors send is for nobody else on this machine.
base::Result<bool> make_data_folder(const std::filesystem::path& folder) {
  if (folder.empty()) return true;
  std::error_code failed;
  if (std::filesystem::create_directories(folder, failed)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
  }
  if (!failed && std::filesystem::is_directory(folder) && access(folder.c_str(), W_OK) == 0) return true;
  return base::Error{"the folder " + folder.string() + " cannot be made or written to; name another one with --data"};
}

class Server {
 public:
  Server(const Options& options, std::shared_ptr<const SiteFiles> site)
      : state_(std::make_shared<SharedState>(options, std::move(site))),
        acceptor_(asio::make_strand(context_)),
        signals_(context_, SIGINT, SIGTERM),
        watch_(context_),
        drain_(context_),
        seen_(fingerprint(options.site)) {}

  base::Result<bool> listen();
  void run();

 private:
  void accept();
  void watch();
  void end();
  void end_when_idle(std::chrono::steady_clock::time_point limit);

  asio::io_context context_;
  std::shared_ptr<SharedState> state_;
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer watch_;
  asio::steady_timer drain_;
  std::uint64_t seen_;
};

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
  signals_.async_wait([this](boost::system::error_code error, int) {
    if (!error) asio::post(acceptor_.get_executor(), [this] { end(); });
  });
  std::vector<std::jthread> helpers;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) helpers.emplace_back([this] { context_.run(); });
  context_.run();
}

void Server::accept() {
  acceptor_.async_accept(asio::make_strand(context_), [this](boost::system::error_code error, tcp::socket socket) {
    if (!acceptor_.is_open()) return;
    // Over the limit the socket closes as it goes out of scope: a client sees that at once and can try again.
    if (!error && state_->connections < state_->options.connections) {
      std::make_shared<Session>(std::move(socket), state_)->start();
    }
    accept();
  });
}

// A new build shows without a restart; until it is complete the old files stay.
void Server::watch() {
  watch_.expires_after(std::chrono::seconds(1));
  watch_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    const std::uint64_t now = fingerprint(state_->options.site);
    if (now != seen_) {
      seen_ = now;
      if (auto site = SiteFiles::read(state_->options.site)) state_->replace(std::move(site.value()));
    }
    watch();
  });
}

void Server::end() {
  state_->draining = true;
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  watch_.cancel();
  end_when_idle(std::chrono::steady_clock::now() + drain_limit);
}

// Running answers finish; connections that only wait are not waited for longer than the limit (form-backend 9).
void Server::end_when_idle(std::chrono::steady_clock::time_point limit) {
  if (state_->writing == 0 || std::chrono::steady_clock::now() >= limit) return context_.stop();
  drain_.expires_after(std::chrono::milliseconds(20));
  drain_.async_wait([this, limit](boost::system::error_code) { end_when_idle(limit); });
}

}  // namespace

base::Result<bool> serve(const Options& options) {
  raise_descriptor_limit();
  if (const auto made = make_data_folder(options.data); !made) return base::Error{made.message()};
  auto site = SiteFiles::read(options.site);
  if (!site) return base::Error{site.message()};
  Server server(options, std::move(site.value()));
  if (const auto listening = server.listen(); !listening) return base::Error{listening.message()};
  server.run();
  return true;
}

}  // namespace lacit::server
