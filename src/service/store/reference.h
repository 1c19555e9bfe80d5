// The short names that messages go by when people speak of them.
#pragma once

#include <string>
#include <string_view>

namespace lacit::store {

/// `K7F3-92QD`: forty random bits in letters that nobody mixes up (Crockford's alphabet).
[[nodiscard]] std::string new_reference();

[[nodiscard]] bool is_reference(std::string_view text);

/// What somebody meant who typed one, or copied it from a mail: in any case, with any dash or space or without, with O
/// for 0 and I or L for 1 (Crockford). What is none stays as it is.
[[nodiscard]] std::string meant_reference(std::string_view typed);

}  // namespace lacit::store
