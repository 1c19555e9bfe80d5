// libFuzzer over the multipart parser: whatever the bytes are and however they come, it ends, and says the same in one
// piece as in many. The first byte chooses the pieces' size.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "form_data/multipart.h"
#include "form_data/urlencoded.h"

namespace form_data = lacit::form_data;

namespace {

class Told : public form_data::Receiver {
 public:
  bool begin(const form_data::Part& part) override {
    text += "[" + part.name + "|" + part.file_name.value_or("") + "]";
    return true;
  }
  bool data(std::string_view bytes) override {
    text += bytes;
    return true;
  }
  bool end() override {
    text += "\n";
    return true;
  }
  std::string text;
};

std::string parse(std::string_view body, std::size_t size, form_data::Fault& fault) {
  Told told;
  form_data::MultipartParser parser("X", told);
  for (std::size_t at = 0; at < body.size() && parser.feed(body.substr(at, size)); at += size) {
  }
  parser.finish();
  fault = parser.fault();
  return told.text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  form_data::Fault whole = form_data::Fault::none;
  form_data::Fault pieces = form_data::Fault::none;
  const std::string one = parse(bytes, bytes.size() + 1, whole);
  const std::string many = parse(bytes, data[0] % 16 + 1, pieces);
  if (whole != pieces || (whole == form_data::Fault::none && one != many)) std::abort();
  static_cast<void>(form_data::boundary_of(bytes));
  static_cast<void>(form_data::parse_urlencoded(bytes));
  return 0;
}
