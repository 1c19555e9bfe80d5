// What `lacit` and `lacit-pictures` say to one another: lists of texts over a socket, each list with its length before
// it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lacit::pictures {

/// Neither text may hold a NUL.
using Message = std::vector<std::string>;

/// Changes whenever one of the two would misread what the other one says.
inline constexpr std::string_view protocol_version = "2";

/// What `lacit-pictures` says first.
[[nodiscard]] Message ready_message();

/// `problem WHAT MEND LINE COLUMN`: why a job gave nothing.
[[nodiscard]] Message problem_message(const base::Error& error);

/// What such a message tells; nothing where it is another one.
[[nodiscard]] std::optional<base::Error> error_in(const Message& message);

/// Longer ones are nonsense: paths and words are short.
inline constexpr std::size_t longest_message = 64UL * 1024;

/// Four bytes of length, most significant first, then the texts, each ended by a NUL.
[[nodiscard]] std::string packed(const Message& message);

/// The next message at the beginning of `bytes`, which is taken off it; nothing while it is not complete.
[[nodiscard]] std::optional<Message> unpack(std::string& bytes);

/// Whether `bytes` begins with what can be no message.
[[nodiscard]] bool is_nonsense(std::string_view bytes);

}  // namespace lacit::pictures
