#include "scan/socket.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

namespace lacit::scan {
namespace {

/// What connect(2) wants, of either family.
struct Address {
  sockaddr_storage bytes{};
  socklen_t size = 0;
};

Address unix_address(const std::string& path) {
  Address address;
  auto* local = reinterpret_cast<sockaddr_un*>(&address.bytes);
  local->sun_family = AF_UNIX;
  std::copy_n(path.begin(), std::min(path.size(), sizeof(local->sun_path) - 1), std::begin(local->sun_path));
  address.size = sizeof(sockaddr_un);
  return address;
}

Address tcp_address(const Endpoint& endpoint) {
  Address address;
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;  // Asks no resolver.
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(endpoint.address.c_str(), endpoint.port.c_str(), &hints, &found) != 0) return address;
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, &freeaddrinfo);
  std::copy_n(reinterpret_cast<const char*>(found->ai_addr), found->ai_addrlen,
              reinterpret_cast<char*>(&address.bytes));
  address.size = found->ai_addrlen;
  return address;
}

}  // namespace

Socket::~Socket() {
  if (descriptor_ >= 0) close(descriptor_);
}

bool Socket::fail() {
  failure_ = std::generic_category().message(errno);
  return false;
}

bool Socket::wait(short events) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now());
    pollfd watched{.fd = descriptor_, .events = events, .revents = 0};
    const int ready = left.count() > 0 ? poll(&watched, 1, static_cast<int>(left.count())) : 0;
    if (ready > 0) return true;
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) return fail();
    failure_ = "no answer in time";
    return false;
  }
}

bool Socket::connect(const Endpoint& endpoint) {
  const Address address = endpoint.path.empty() ? tcp_address(endpoint) : unix_address(endpoint.path);
  descriptor_ = socket(address.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (descriptor_ < 0) return fail();
  if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address.bytes), address.size) == 0) return true;
  // A Unix socket whose queue is full says EAGAIN, and there is nothing to wait for (connect(2)).
  if (errno != EINPROGRESS) return fail();
  if (!wait(POLLOUT)) return false;
  int error = 0;
  socklen_t size = sizeof(error);
  if (getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &size) != 0) return fail();
  if (error == 0) return true;
  errno = error;
  return fail();
}

bool Socket::write(std::string_view bytes) {
  while (!bytes.empty()) {
    if (!wait(POLLOUT)) return false;
    const ssize_t sent = send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (sent < 0) return fail();
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Socket::read_line(std::string& line, std::size_t most) {
  std::array<char, 512> piece{};
  while (line.size() < most) {
    if (!wait(POLLIN)) return false;
    const ssize_t got = recv(descriptor_, piece.data(), piece.size(), 0);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got < 0) return fail();
    if (got == 0) break;
    line.append(piece.data(), static_cast<std::size_t>(got));
    if (const auto end = line.find('\0'); end != std::string::npos) {
      line.resize(end);
      return true;
    }
  }
  failure_ = "half an answer";  // Which could begin like a good one.
  return false;
}

}  // namespace lacit::scan
