#include "generate/revision.h"

#include <doctest/doctest.h>

#include <string>

using namespace lacit;
using generate::Revision;

namespace {

constexpr std::int64_t now = 1795811400;  // 2026-11-27, 20:30 UTC

std::string print(const std::string& words, const Revision& revision) {
  return "BEGIN:VEVENT\r\n" + generate::revision_lines(revision) + "SUMMARY:" + words + "\r\nEND:VEVENT\r\n";
}

std::string build(const std::string& words, const std::string& published, std::int64_t clock) {
  return generate::revised([&words](const Revision& revision) { return print(words, revision); }, published, clock);
}

/// RFC 5546, 2.1.5: which of two a calendar keeps.
bool replaces(const std::string& file, const std::string& saved) {
  const Revision is = generate::revision_of(file).value();
  const Revision was = generate::revision_of(saved).value();
  return is.sequence != was.sequence ? is.sequence > was.sequence : is.stamp > was.stamp;
}

}  // namespace

TEST_CASE("11.C16: an event that did not change keeps its bytes, whenever it is built again") {
  const std::string first = build("A talk", "", now);
  CHECK(first.find("DTSTAMP:20261127T203000Z\r\nLAST-MODIFIED:20261127T203000Z\r\nSEQUENCE:217974600\r\n") !=
        std::string::npos);
  CHECK(build("A talk", first, now + 5) == first);
  CHECK(build("A talk", first, now + 500000) == first);
  CHECK(build("A talk", first, 0) == first);
}

TEST_CASE("11.C16: a change is seen by who has saved the event, even within a second or after a clock went back") {
  const std::string first = build("A talk", "", now);
  for (const std::int64_t clock : {now, now + 1, now + 86400, now - 86400, std::int64_t{0}}) {
    CAPTURE(clock);
    const std::string second = build("Another talk", first, clock);
    CHECK(replaces(second, first));
    CHECK(generate::revision_of(second)->stamp > generate::revision_of(first)->stamp);
    CHECK(replaces(build("A talk", second, clock), second));  // Taken back: a change too.
  }
}

TEST_CASE("11.C16: a build in a fresh folder does not fall back behind what was saved") {
  std::string saved = build("A talk", "", now);
  for (int day = 1; day < 5; ++day) saved = build("Talk " + std::to_string(day), saved, now + day);
  CHECK(replaces(build("The last talk", "", now + 60), saved));
}

TEST_CASE("11.C16: what no build of this sort wrote is no memory") {
  for (const char* file :
       {"", "\r\n", "BEGIN:VEVENT\r\nDTSTAMP:20280229T000000Z\r\nEND:VEVENT\r\n",
        "\r\nDTSTAMP:20261327T203000Z\r\nSEQUENCE:1\r\n", "\r\nDTSTAMP:20261127T203000Z\r\nSEQUENCE:-1\r\n",
        "\r\nDTSTAMP:20261127T203000Z\r\nSEQUENCE:99999999999\r\n", "\r\nDTSTAMP:20261127T203000Z\r\nSEQUENCE:1x\r\n",
        "\r\nDTSTAMP:2026-11-27T2030Z\r\nSEQUENCE:1\r\n"}) {
    CAPTURE(file);
    CHECK_FALSE(generate::revision_of(file).has_value());
    CHECK(generate::revision_of(build("A talk", file, now)) == Revision{now, now - 1577836800});
  }
  CHECK(generate::revision_of(print("A talk", {now, 7})) == Revision{now, 7});
}

TEST_CASE("11.C16: a sequence is a number that calendars can read, as long as the clock runs") {
  CHECK(generate::revision_of(build("A talk", "", 0))->sequence == 0);
  CHECK(generate::revision_of(build("A talk", "", 4102444800))->sequence == 2147483647);  // 2100
}
