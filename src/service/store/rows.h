// A submission's lists as JSON texts, for columns that are only ever read whole; and what its numbers mean.
#pragma once

#include <string>

#include "store/store.h"

namespace lacit::store {

[[nodiscard]] std::string fields_json(const Submission& submission);
[[nodiscard]] std::string attachments_json(const Submission& submission);

/// The column `verified`: 1, or the number of why it is not.
[[nodiscard]] std::int64_t verified_number(const Submission& submission);
void read_verified(std::int64_t number, Submission& submission);

/// What the first two wrote; anything else gives empty lists.
void read_fields(const std::string& json, Submission& submission);
void read_attachments(const std::string& json, Submission& submission);

}  // namespace lacit::store
