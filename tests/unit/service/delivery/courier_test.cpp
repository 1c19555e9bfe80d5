#include "delivery/courier.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>

#include "store/open.h"

namespace lacit::delivery {
namespace {

/// Answers what the test says, and counts.
class Scripted : public Channel {
 public:
  Scripted(std::vector<Verdict> verdicts, std::atomic<int>& calls) : verdicts_(std::move(verdicts)), calls_(calls) {}
  [[nodiscard]] std::string name() const override { return "mail"; }
  [[nodiscard]] std::vector<std::string> recipients() const override { return {"ann@example.org"}; }
  [[nodiscard]] Outcome deliver(const store::Submission& /*submission*/, const store::Delivery& /*delivery*/) override {
    const auto call = static_cast<std::size_t>(calls_++);
    return {.verdict = verdicts_[std::min(call, verdicts_.size() - 1)], .why = "as the test says"};
  }

 private:
  std::vector<Verdict> verdicts_;
  std::atomic<int>& calls_;
};

struct Fixture {
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("lacit-courier-" + std::to_string(::getpid()));
  std::unique_ptr<store::Store> store;
  std::atomic<int> calls{0};

  explicit Fixture(std::vector<store::Route> routes = {{.channel = "mail", .recipient = "ann@example.org"}}) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    auto opened = store::open({folder});
    REQUIRE(opened);
    store = std::move(opened.value());
    std::atomic<bool> done = false;
    store::Arrival arrival;
    arrival.submission = {.id = "id",
                          .reference = "AAAA-BBBB",
                          .form = "contact",
                          .received_at = store::now(),
                          .verified = true,
                          .fields = {},
                          .attachments = {}};
    arrival.routes = std::move(routes);
    store->add(arrival, [&](const store::Receipt&) { done = true; });
    while (!done) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  ~Fixture() {
    store.reset();
    std::filesystem::remove_all(folder);
  }

  store::Stats stats_when(const std::function<bool(const store::Stats&)>& wanted) {
    store::Stats stats;
    for (int i = 0; i < 500 && !wanted(stats = store->stats().value()); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return stats;
  }
};

constexpr Patience quick{.first = 1, .longest = 1, .tries = 3, .refused_tries = 2, .look_again = 1};

/// Refuses one recipient as a mail server does, and notes who got something.
class Picky : public Channel {
 public:
  explicit Picky(std::vector<std::string>& got) : got_(got) {}
  [[nodiscard]] std::string name() const override { return "mail"; }
  [[nodiscard]] std::vector<std::string> recipients() const override { return {"ann@example.org", "bea@example.org"}; }
  [[nodiscard]] Outcome deliver(const store::Submission& /*submission*/, const store::Delivery& delivery) override {
    if (delivery.recipient == "bea@example.org") return {.verdict = Verdict::refused, .why = "SMTP 550"};
    got_.push_back(delivery.recipient + " " + delivery.message_id);
    return {.verdict = Verdict::sent, .why = {}};
  }

 private:
  std::vector<std::string>& got_;
};

TEST_CASE("11.A4: who is refused is tried again before it is given up, and nobody else waits for it") {
  Fixture fixture(
      {{.channel = "mail", .recipient = "bea@example.org"}, {.channel = "mail", .recipient = "ann@example.org"}});
  std::vector<std::string> got;
  {
    const Courier courier(*fixture.store, std::make_unique<Picky>(got), quick);
    const auto first = fixture.stats_when([](const auto& stats) { return stats.waiting == 1; });
    CHECK(first.dead == 0);  // Refused once, which may pass.
    CHECK(fixture.stats_when([](const auto& stats) { return stats.dead == 1; }).waiting == 0);
  }
  CHECK(got == std::vector<std::string>{"ann@example.org id.mail"});
}

TEST_CASE("11.A4: a refusal is given up after refusals, whatever went wrong before") {
  Fixture fixture;
  const Courier courier(
      *fixture.store,
      std::make_unique<Scripted>(std::vector{Verdict::later, Verdict::refused, Verdict::refused}, fixture.calls),
      {.first = 1, .longest = 1, .tries = 9, .refused_tries = 2, .look_again = 1});
  CHECK(fixture.stats_when([](const auto& stats) { return stats.dead == 1; }).dead == 1);
  CHECK(fixture.calls == 3);
}

TEST_CASE("11.A4: what waited for everybody, or for somebody who left, goes to those of today, once") {
  for (const char* recipient : {"", "left@example.org"}) {
    CAPTURE(recipient);
    Fixture fixture(std::vector<store::Route>{{.channel = "mail", .recipient = recipient}});
    const Courier courier(*fixture.store, std::make_unique<Scripted>(std::vector{Verdict::sent}, fixture.calls), quick);
    CHECK(fixture.stats_when([](const auto& stats) { return stats.waiting == 0; }).waiting == 0);
    CHECK(fixture.calls == 1);
  }
}

TEST_CASE("11.A4: by default a refusal is given up after a day and before the second one ends") {
  const Patience patience;
  store::Seconds waited = 0;
  for (int tries = 0; tries + 1 < patience.refused_tries; ++tries) waited += pause_after(tries, patience, 0.5);
  CHECK(waited > 20 * 3600);
  CHECK(waited < 48 * 3600);
}

TEST_CASE("34: what fails for now is tried again and then gone from the outbox") {
  Fixture fixture;
  const Courier courier(*fixture.store,
                        std::make_unique<Scripted>(std::vector{Verdict::later, Verdict::sent}, fixture.calls), quick);
  CHECK(fixture.stats_when([](const auto& stats) { return stats.waiting == 0; }).dead == 0);
  CHECK(fixture.calls == 2);
}

TEST_CASE("34: what is refused for good is kept as dead, and comes again when the staff asks") {
  Fixture fixture;
  Courier courier(*fixture.store, std::make_unique<Scripted>(std::vector{Verdict::never, Verdict::sent}, fixture.calls),
                  quick);
  CHECK(fixture.stats_when([](const auto& stats) { return stats.dead == 1; }).waiting == 0);
  CHECK(fixture.store->revive().value() == 1);
  courier.wake();
  const auto stats = fixture.stats_when([](const auto& now) { return now.dead + now.waiting == 0; });
  CHECK(stats.dead + stats.waiting == 0);
  CHECK(stats.submissions == 1);
}

TEST_CASE("34: after the last try it is given up") {
  Fixture fixture;
  const Courier courier(*fixture.store, std::make_unique<Scripted>(std::vector{Verdict::later}, fixture.calls), quick);
  CHECK(fixture.stats_when([](const auto& stats) { return stats.dead == 1; }).dead == 1);
  CHECK(fixture.calls == 3);
}

TEST_CASE("34: pauses double up to a limit, and differ by chance") {
  const Patience patience;
  CHECK(pause_after(0, patience, 0.5) == 30);
  CHECK(pause_after(3, patience, 0.5) == 240);
  CHECK(pause_after(100, patience, 0.5) == 6 * 3600);
  CHECK(pause_after(0, patience, 0) == 24);
  CHECK(pause_after(0, patience, 1) == 36);
}

}  // namespace
}  // namespace lacit::delivery
