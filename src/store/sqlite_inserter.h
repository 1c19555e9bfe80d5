// Arrivals into tables, inside of a transaction that the caller holds.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace lacit::store {

class Inserter {
 public:
  explicit Inserter(Database& database);

  /// Stores one arrival or finds out why not; what it began is undone then. @throws SqliteError
  [[nodiscard]] Receipt insert(const Arrival& arrival, Seconds now);
  /// Forgets proofs that nobody could use any more.
  void forget_proofs(Seconds now);

 private:
  [[nodiscard]] std::optional<Receipt> known(const Arrival& arrival);
  void insert_submission(const Arrival& arrival);
  void insert_outbox(const Arrival& arrival, Seconds now);

  Statement find_key_, insert_proof_, insert_submission_, insert_outbox_, forget_proofs_;
};

}  // namespace lacit::store
