#include "server/connection_table.h"

#include <utility>

namespace lacit::server {

ConnectionTable::Id ConnectionTable::admit(const std::string& address, bool is_proxy, std::function<void()> close) {
  std::function<void()> other;
  Id id = 0;
  {
    const std::lock_guard lock(mutex_);
    auto& entry = *addresses_.try_emplace(address, Address{.is_proxy = is_proxy}).first;
    Address& whose = entry.second;
    ++whose.count;  // Now, so that it stays while an older one of its own is forgotten.
    const bool one_too_many = !is_proxy && whose.count > limits_.of_one;
    const bool full = connections_.size() >= limits_.all;
    Address* from = one_too_many ? &whose : full ? busiest(is_proxy ? 1 : whose.count) : nullptr;
    if (from != nullptr) other = make_room(*from);
    if ((one_too_many || full) && !other) {
      if (--whose.count == 0) addresses_.erase(address);
      return 0;
    }
    id = ++last_;
    connections_[id] = {.address = &entry, .place = whose.working.insert(whose.working.end(), {id, std::move(close)})};
  }
  if (other) other();
  return id;
}

/// The waiting connection that has to go, if there is one.
std::function<void()> ConnectionTable::make_room(Address& address) {
  if (address.waiting.empty()) return {};
  auto close = std::move(address.waiting.front().close);
  forget(address.waiting.front().id);
  return close;
}

/// Where all places are taken, whoever has most of them gives one up; a proxy, which has them for many, only where
/// nobody else does.
ConnectionTable::Address* ConnectionTable::busiest(std::size_t at_least) {
  Address* most = nullptr;
  Address* proxy = nullptr;
  for (auto& [name, address] : addresses_) {
    if (address.waiting.empty()) continue;
    if (address.is_proxy) {
      proxy = &address;
    } else if (address.count >= at_least && (most == nullptr || address.count > most->count)) {
      most = &address;
    }
  }
  return most != nullptr ? most : proxy;
}

void ConnectionTable::forget(Id id) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  auto& [name, address] = *found->second.address;
  (found->second.waits ? address.waiting : address.working).erase(found->second.place);
  connections_.erase(found);
  if (--address.count == 0) addresses_.erase(std::string(name));
}

/// False where the connection is not there any more.
bool ConnectionTable::move(Id id, bool waits) {
  const std::lock_guard lock(mutex_);
  const auto found = connections_.find(id);
  if (found == connections_.end()) return false;
  Address& address = found->second.address->second;
  auto& to = waits ? address.waiting : address.working;
  to.splice(to.end(), found->second.waits ? address.waiting : address.working, found->second.place);
  found->second.waits = waits;
  return true;
}

void ConnectionTable::wait(Id id) { static_cast<void>(move(id, true)); }

bool ConnectionTable::work(Id id) { return move(id, false); }

void ConnectionTable::leave(Id id) {
  const std::lock_guard lock(mutex_);
  forget(id);
}

std::size_t ConnectionTable::size() const {
  const std::lock_guard lock(mutex_);
  return connections_.size();
}

}  // namespace lacit::server
