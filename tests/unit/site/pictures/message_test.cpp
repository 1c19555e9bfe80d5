// What travels between lacit and lacit-pictures, in whatever pieces it comes.
#include "pictures/message.h"

#include <doctest/doctest.h>

using namespace lacit;
using pictures::Message;

TEST_CASE("pictures: messages come through whole, one after the other") {
  const Message first{"survey", "1", "", "a name\nwith a line"};
  const Message second{"done"};
  std::string received;
  std::vector<Message> got;
  for (const char byte : pictures::packed(first) + pictures::packed(second)) {
    received += byte;
    while (auto message = pictures::unpack(received)) got.push_back(*message);
  }
  CHECK(got == std::vector<Message>{first, second});
  CHECK(received.empty());
}

TEST_CASE("pictures: why a job gave nothing comes over in its parts") {
  const base::Error error{"«a; b» is no colour", "delete it", 12, 5};
  std::string received = pictures::packed(pictures::problem_message(error));
  const auto message = pictures::unpack(received);
  REQUIRE(message);
  CHECK(pictures::error_in(*message) == error);
  const base::Error short_one{"cannot be read"};
  CHECK(pictures::error_in(pictures::problem_message(short_one)) == short_one);
}

TEST_CASE("pictures: what is no problem, or one as older programs told it, is not taken for one") {
  CHECK_FALSE(pictures::error_in({"seen", "1", "1", "0", ""}));
  CHECK_FALSE(pictures::error_in({"problem", "the picture is damaged; export it anew"}));
  CHECK_FALSE(pictures::error_in({}));
}

TEST_CASE("pictures: nonsense is known by its length") {
  CHECK(pictures::is_nonsense("free(): invalid pointer"));
  CHECK_FALSE(pictures::is_nonsense(pictures::packed(pictures::ready_message())));
  CHECK_FALSE(pictures::is_nonsense(""));
}
