// A way out of the house for a message: mail, or a web address of the staff's own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/store.h"

namespace lacit::delivery {

enum class Verdict : std::uint8_t {
  sent,
  later,    ///< Nobody there, busy, or lost on the way: try again.
  refused,  ///< SMTP 5xx: what it refuses today a mended server may take tomorrow.
  never,    ///< Wrong in itself (HTTP 4xx): a person must look into it.
};

struct Outcome {
  Verdict verdict = Verdict::later;
  std::string why;  ///< For the log: codes, never the message's words.
};

class Channel {
 public:
  Channel() = default;
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  virtual ~Channel() = default;

  /// As in store::Route::channel.
  [[nodiscard]] virtual std::string name() const = 0;
  /// To whom a message may go; one that is for somebody else, or for nobody, is given to these.
  [[nodiscard]] virtual std::vector<std::string> recipients() const { return {""}; }
  /// Blocks for as long as a connection may take, two minutes at most.
  [[nodiscard]] virtual Outcome deliver(const store::Submission& submission, const store::Delivery& delivery) = 0;
};

}  // namespace lacit::delivery
