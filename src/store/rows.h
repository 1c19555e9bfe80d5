// A submission's lists as JSON texts, for columns that are only ever read whole.
#pragma once

#include <string>

#include "store/store.h"

namespace lacit::store {

[[nodiscard]] std::string fields_json(const Submission& submission);
[[nodiscard]] std::string attachments_json(const Submission& submission);

/// What the two above wrote; anything else gives empty lists.
void read_fields(const std::string& json, Submission& submission);
void read_attachments(const std::string& json, Submission& submission);

}  // namespace lacit::store
