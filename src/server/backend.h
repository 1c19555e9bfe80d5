// What is behind the forms: the store, the intake, the couriers, and what deletes old messages.
#pragma once

#include "base/result.h"
#include "server/shared_state.h"

namespace lacit::server {

/// Opens all of it in the options' data folder; nothing where none is named.
[[nodiscard]] base::Result<bool> open_backend(SharedState& state);

/// The forms of a new build; false where it has them in a form that cannot be read.
[[nodiscard]] bool take_forms(SharedState& state, const SiteFiles& site);

/// Deletes messages that are older than the options allow, with their files and what waits to be delivered (39).
void delete_old(SharedState& state);

}  // namespace lacit::server
