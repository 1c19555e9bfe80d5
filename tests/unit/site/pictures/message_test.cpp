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

TEST_CASE("pictures: nonsense is known by its length") {
  CHECK(pictures::is_nonsense("free(): invalid pointer"));
  CHECK_FALSE(pictures::is_nonsense(pictures::packed({"ready"})));
  CHECK_FALSE(pictures::is_nonsense(""));
}
