// The line that editors watch.
#include "pictures/progress.h"

#include <doctest/doctest.h>

using namespace lacit::pictures;
using std::chrono::seconds;

TEST_CASE("pictures: how far it is") {
  CHECK(progress_line(3, 12, "porch.jpg", seconds(90), 80) == "[#####...............] 3 of 12, 2 min left  porch.jpg");
  CHECK(progress_line(12, 12, "porch.jpg", seconds(0), 80) == "[####################] 12 of 12  porch.jpg");
  CHECK(in_words(seconds(5)) == "less than a minute");
  CHECK(in_words(seconds(61)) == "2 min");
}

TEST_CASE("pictures: the line fits, and a name cannot steer the terminal") {
  for (const std::size_t columns : {5U, 30U, 50U, 60U}) {
    CHECK(progress_line(1, 9, "a-very-long-name-of-a-picture.jpg", seconds(700), columns).size() <= columns);
  }
  CHECK(progress_line(1, 2, "a\033[2Jb", seconds(1), 80).ends_with("a?[2Jb"));
}
