#include "store/retention.h"

namespace lacit::store {
namespace {

Filter before(Seconds time) { return {.form = {}, .before = time, .most = 0}; }

}  // namespace

base::Result<Old> find_old(Store& store, Seconds age) {
  const auto known = store.tick();
  if (!known) return known.error();
  Old old{.messages = before(now() - age)};
  const auto all = store.how_many({});
  const auto by_clock = store.how_many(old.messages);
  const auto sure = store.how_many(before(known.value() - age));
  for (const auto* number : {&all, &by_clock, &sure}) {
    if (!*number) return number->error();
  }
  old.all = all.value();
  old.by_clock = by_clock.value();
  if (old.by_clock <= old.all / 10 || sure.value() >= old.by_clock) return old;
  old.messages = before(known.value() - age);
  old.doubted = old.by_clock - sure.value();
  return old;
}

}  // namespace lacit::store
