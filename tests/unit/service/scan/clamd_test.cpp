// The client's half of clamd's protocol, against a server that says what the test wants. The real daemon:
// tests/server/scan.test.mjs.
#include "scan/clamd.h"

#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <thread>

namespace lacit::scan {
namespace {

using namespace std::chrono_literals;

/// Takes one connection on a Unix socket of its own, and lets `serve` answer it.
class Daemon {
 public:
  explicit Daemon(const std::function<void(int)>& serve) : listener_(socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.copy(std::begin(address.sun_path), sizeof(address.sun_path) - 1);
    std::filesystem::remove(path_);
    REQUIRE(bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
    REQUIRE(listen(listener_, 1) == 0);
    thread_ = std::jthread([this, serve] {
      const int client = accept(listener_, nullptr, nullptr);
      if (client < 0) return;
      serve(client);
      close(client);
    });
  }
  ~Daemon() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
    std::filesystem::remove(path_);
  }
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  [[nodiscard]] Endpoint endpoint() const { return {.path = path_, .address = {}, .port = {}}; }

 private:
  std::string path_ = (std::filesystem::temp_directory_path() / ("lacit-clamd-" + std::to_string(getpid()))).string();
  int listener_;
  std::jthread thread_;
};

std::string read_exactly(int client, std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t at = 0; at < size;) {
    const ssize_t got = read(client, bytes.data() + at, size - at);
    if (got <= 0) return bytes.substr(0, at);
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

/// The stream put together again; fails the test where it is framed wrongly.
std::string read_stream(int client) {
  CHECK(read_exactly(client, 10) == std::string("zINSTREAM\0", 10));
  std::string stream;
  while (true) {
    const std::string head = read_exactly(client, 4);
    REQUIRE(head.size() == 4);
    std::size_t size = 0;
    for (const char byte : head) size = size << 8U | static_cast<unsigned char>(byte);
    if (size == 0) return stream;
    stream += read_exactly(client, size);
  }
}

void say(int client, std::string_view words) { CHECK(send(client, words.data(), words.size(), MSG_NOSIGNAL) > 0); }

Deadline within(std::chrono::milliseconds time) { return std::chrono::steady_clock::now() + time; }

/// What is made of an answer.
Finding after(std::string_view answer) {
  const Daemon daemon([answer](int client) {
    (void)read_stream(client);
    say(client, answer);
  });
  return ask_clamd(daemon.endpoint(), "bytes", within(30s));
}

TEST_CASE("clamd: all bytes arrive in pieces with their lengths, whatever their number") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65536}, std::size_t{3'000'001}}) {
    std::string bytes(size, 'x');
    if (size > 0) bytes.back() = '\0';
    std::string got;
    {
      const Daemon daemon([&got](int client) {
        got = read_stream(client);
        say(client, std::string_view("stream: OK\0", 11));
      });
      CHECK(ask_clamd(daemon.endpoint(), bytes, within(30s)).verdict == Verdict::clean);
    }
    CHECK(got == bytes);
  }
}

TEST_CASE("clamd: 25: only its own whole words make a file clean or not") {
  CHECK(after(std::string_view("stream: OK\0", 11)).verdict == Verdict::clean);
  const Finding found = after(std::string_view("stream: Eicar-Test\x1b[2J FOUND\0", 29));
  CHECK(found.verdict == Verdict::found);
  CHECK(found.why == "Eicar-Test?[2J");  // Nothing that moves a terminal's cursor.
  CHECK(after(std::string_view("stream: OK", 10)).verdict == Verdict::silent);  // Cut off.
  CHECK(after(std::string_view("stream: OK?\0", 12)).verdict == Verdict::undecided);
  CHECK(after(std::string_view("stream:  FOUND\0", 15)).verdict == Verdict::undecided);
  CHECK(after(std::string_view("INSTREAM size limit exceeded. ERROR\0", 36)).verdict == Verdict::undecided);
  CHECK(after(std::string_view("\0", 1)).verdict == Verdict::undecided);
  CHECK(after(std::string(5000, 'x')).verdict == Verdict::silent);
}

TEST_CASE("clamd: 25: an answer before the stream's end is heard") {
  const Daemon daemon([](int client) {
    (void)read_exactly(client, 10);
    say(client, std::string_view("INSTREAM size limit exceeded. ERROR\0", 36));
  });
  const Finding finding = ask_clamd(daemon.endpoint(), std::string(5'000'000, 'x'), within(30s));
  CHECK(finding.verdict != Verdict::clean);
  CHECK(finding.verdict != Verdict::found);
}

TEST_CASE("clamd: 25: nobody there, or one that says nothing, costs no more than the time that was given") {
  const Endpoint nobody{.path = "/nowhere/clamd", .address = {}, .port = {}};
  CHECK(ask_clamd(nobody, "x", within(30s)).verdict == Verdict::silent);
  const auto began = std::chrono::steady_clock::now();
  {
    const Daemon daemon([](int client) { (void)read_exactly(client, 1'000'000); });
    const Finding finding = ask_clamd(daemon.endpoint(), "x", within(200ms));
    CHECK(finding.verdict == Verdict::silent);
    CHECK(finding.why == "no answer in time");
  }
  CHECK(std::chrono::steady_clock::now() - began >= 200ms);
  {
    // It does not even read: the socket's buffer is full at some time.
    std::atomic<bool> done = false;
    const Daemon daemon([&done](int) {
      while (!done) std::this_thread::sleep_for(5ms);
    });
    CHECK(ask_clamd(daemon.endpoint(), std::string(8'000'000, 'x'), within(200ms)).verdict == Verdict::silent);
    done = true;
  }
  CHECK(std::chrono::steady_clock::now() - began < 30s);
}

TEST_CASE("clamd: it may be at a TCP port") {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  REQUIRE(bind(listener, reinterpret_cast<const sockaddr*>(&address), size) == 0);
  REQUIRE(getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  REQUIRE(listen(listener, 1) == 0);
  {
    const std::jthread thread([listener] {
      const int client = accept(listener, nullptr, nullptr);
      (void)read_stream(client);
      say(client, std::string_view("stream: OK\0", 11));
      close(client);
    });
    const auto endpoint = parse_endpoint("tcp:127.0.0.1:" + std::to_string(ntohs(address.sin_port)));
    REQUIRE(endpoint);
    CHECK(ask_clamd(*endpoint, "x", within(30s)).verdict == Verdict::clean);
  }
  close(listener);
}

TEST_CASE("clamd: where it may be") {
  CHECK(parse_endpoint("unix:/run/clamav/clamd.ctl")->path == "/run/clamav/clamd.ctl");
  CHECK(parse_endpoint("tcp:127.0.0.1:3310")->port == "3310");
  CHECK(parse_endpoint("tcp:[::1]:3310")->address == "::1");
  for (const char* bad : {"", "/run/clamd", "unix:", "unix:run", "tcp:", "tcp:3310", "tcp:127.0.0.1", "tcp:127.0.0.1:0",
                          "tcp:127.0.0.1:65536", "tcp:127.0.0.1:33x", "tcp:clamd.example.org:3310", "tcp::3310"}) {
    CHECK_MESSAGE(!parse_endpoint(bad), bad);
  }
  CHECK_FALSE(parse_endpoint("unix:/" + std::string(200, 'x')));
}

}  // namespace
}  // namespace lacit::scan
