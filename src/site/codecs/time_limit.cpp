#include "codecs/time_limit.h"

#include <sys/resource.h>

#include <algorithm>

namespace lacit::codecs {

void limit_time(unsigned seconds) {
  rusage used{};
  rlimit limit{};
  if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return;
  const auto spent = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  limit.rlim_cur = std::min(spent + seconds + 1, limit.rlim_max);
  setrlimit(RLIMIT_CPU, &limit);
}

}  // namespace lacit::codecs
