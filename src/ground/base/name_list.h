// Lists that stand once: a macro `LIST(X)` of `X(name, …)`, from which the enumeration, its names and a version are
// made, so that they cannot part.
#pragma once

#include <string_view>

/// For an enumeration, and for counting what is in a list.
#define LACIT_ENUMERATOR(name, ...) name,
#define LACIT_COUNT_ONE(name, ...) +1  // NOLINT(bugprone-macro-parentheses): a sum is written with it
/// For an array of names.
#define LACIT_OWN_NAME(name, ...) std::string_view(#name),
/// For a version: all of a list's names in one text.
#define LACIT_NAME_TEXT(name, ...) #name " "
