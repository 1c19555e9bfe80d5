// Which connections there are and whose. An address has only so many at once: where it wants more, the one of its own
// that has waited longest for a request makes room, so one visitor's idle connections never cost another's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

namespace lacit::server {

class ConnectionTable {
 public:
  using Id = std::uint64_t;

  struct Limits {
    std::size_t all = 4096;
    std::size_t of_one = 512;  ///< A school or a phone network behind one address fits; a hundred browsers at once do.
  };

  explicit ConnectionTable(Limits limits) : limits_(limits) {}

  /// A place for one more connection of that address; 0: there is none. `close` may be called once, from any thread,
  /// while it waits. A trusted proxy's are not counted by address: everybody's come from there.
  [[nodiscard]] Id admit(const std::string& address, bool is_proxy, std::function<void()> close);

  /// It waits for a request, and may have to make room.
  void wait(Id id);
  /// It has a request to answer. False: it had to make room just before.
  [[nodiscard]] bool work(Id id);
  void leave(Id id);

  [[nodiscard]] std::size_t size() const;

 private:
  struct Place {
    Id id;
    std::function<void()> close;
  };
  struct Address {
    bool is_proxy = false;
    std::size_t count = 0;
    std::list<Place> waiting;  ///< The first has waited longest.
    std::list<Place> working;
  };
  using Addresses = std::unordered_map<std::string, Address>;
  struct Connection {
    Addresses::value_type* address = nullptr;
    std::list<Place>::iterator place{};
    bool waits = false;
  };

  [[nodiscard]] std::function<void()> make_room(Address& address);
  [[nodiscard]] Address* busiest(std::size_t at_least);
  void forget(Id id);
  [[nodiscard]] bool move(Id id, bool waits);

  const Limits limits_;
  mutable std::mutex mutex_;
  Id last_ = 0;
  Addresses addresses_;  ///< Only those that have a connection; elements never move.
  std::unordered_map<Id, Connection> connections_;
};

}  // namespace lacit::server
