// What went wrong, in its parts and as it is shown.
#include "base/result.h"

#include <doctest/doctest.h>

using lacit::base::Error;
using lacit::base::Result;

TEST_CASE("base: an error is shown with the parts that it has") {
  CHECK(Error{"the disk is full"}.message() == "the disk is full");
  CHECK(Error{"the disk is full", "make room"}.message() == "the disk is full; make room");
  CHECK(Error{"«a; b» is no colour", "delete it", 12, 5}.message() == "12:5: «a; b» is no colour; delete it");
}

TEST_CASE("base: an error that is handed on loses nothing") {
  const Error error{"«a; b» is no colour", "delete it", 12, 5};
  const auto inner = [&error]() -> Result<int> { return error; };
  const auto outer = [&inner]() -> Result<std::string> {
    const auto done = inner();
    if (!done) return done.error();
    return std::string();
  };
  CHECK_FALSE(outer());
  CHECK(outer().error() == error);
}
