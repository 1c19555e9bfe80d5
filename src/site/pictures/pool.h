// Many files on as many workers as there are processors. A worker that dies or hangs is replaced; its file gets a
// second try where it died, since whatever ended it may have been meant for another process.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "base/result.h"
#include "pictures/message.h"

namespace lacit::pictures {

/// A file's answer, or why there is none.
using Answer = base::Result<Message>;

/// Does all jobs and calls `done` with each one's index and answer, one call at a time, from any thread. Fails only
/// where the program does not start.
[[nodiscard]] base::Result<bool> run_jobs(const std::filesystem::path& program, const std::vector<Message>& jobs,
                                          const std::function<void(std::size_t, Answer)>& done);

}  // namespace lacit::pictures
