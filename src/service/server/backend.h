// What is behind the forms: the store, the intake, the couriers, and what deletes old messages.
#pragma once

#include "base/result.h"
#include "server/shared_state.h"

namespace lacit::server {

/// Makes all of it for the options' data folder; nothing where none is named. An error where site and configuration do
/// not fit together; the folder and the database themselves may come later.
[[nodiscard]] base::Result<bool> make_backend(SharedState& state);

/// Looks whether folder and database are there, opens them where they were not, and tells the log when that changes.
/// May wait for both; by one thread at a time.
void look_at_backend(SharedState& state);

/// Finishes what was begun, and writes what is only in memory: after it the database is closed with its last owner.
/// @pre Nobody works with the intake any more.
void end_backend(SharedState& state);

/// The forms of a new build; false where it has them in a form that cannot be read.
[[nodiscard]] bool take_forms(SharedState& state, const SiteFiles& site);

/// Deletes messages that are older than the options allow, with their files and what waits to be delivered (39), and
/// files that no message names (26).
void tidy_up(SharedState& state);

}  // namespace lacit::server
