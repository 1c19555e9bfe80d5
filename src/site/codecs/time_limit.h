// A limit of computing for each file, by what its size explains: a small file that asks for hours is stopped in
// seconds.
#pragma once

namespace lacit::codecs {

/// For what has no other: lacit has gone by then.
inline constexpr unsigned most_seconds = 300;

/// So many seconds of computing are left to this process from now on, then SIGXCPU ends it. Seconds of the processor,
/// not of the clock: a busy machine takes none of them away.
void limit_time(unsigned seconds);

}  // namespace lacit::codecs
