// What web/forms/form.js and web/forms/solver.js ask of C++: the very rules that the server holds to, and the proof of
// work. Numbers and one buffer; texts lie in it one after the other.
#include <emscripten/emscripten.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "forms/rules.h"
#include "proof/solve.h"

namespace {

/// 10,000 characters of four bytes, and as much for a select's options.
std::array<char, 96 * 1024> buffer;

std::string_view text_at(std::uint32_t from, std::uint32_t size) {
  if (from > buffer.size() || size > buffer.size() - from) return {};
  return std::string_view(buffer.data(), buffer.size()).substr(from, size);
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* form_buffer() { return buffer.data(); }
EMSCRIPTEN_KEEPALIVE std::uint32_t form_buffer_size() { return buffer.size(); }

/// The fault's number (src/ground/forms/field_types.h) of a value. In the buffer stand the name of the field's type,
/// the value, and a select's options, each ended by a line feed; all sizes in bytes.
EMSCRIPTEN_KEEPALIVE int form_check(std::uint32_t type_size, bool required, std::uint32_t max_length,
                                    std::uint32_t size, std::uint32_t options_size) {
  lacit::forms::FieldRule rule{.name = {},
                               .type = lacit::forms::field_type(text_at(0, type_size)),
                               .required = required,
                               .max_length = max_length,
                               .options = {}};
  std::string_view options = text_at(type_size + size, options_size);
  for (std::size_t end = options.find('\n'); end != std::string_view::npos; end = options.find('\n')) {
    rule.options.emplace_back(options.substr(0, end));
    options.remove_prefix(end + 1);
  }
  const std::string value = lacit::forms::clean(rule.type, text_at(type_size, size));
  return static_cast<int>(lacit::forms::check(rule, value));
}

/// The fault's name, ended by a zero.
EMSCRIPTEN_KEEPALIVE const char* form_fault(int fault) {
  return lacit::forms::code(static_cast<lacit::forms::Fault>(fault)).data();
}

/// Nonce, salt and prefix lie in the buffer. Gives the counter, and puts the key's 32 bytes where they were; -1: none
/// of `count` counters is one.
EMSCRIPTEN_KEEPALIVE double form_solve(std::uint32_t nonce, std::uint32_t salt, std::uint32_t prefix,
                                       std::uint32_t cost, std::uint32_t from, std::uint32_t count) {
  const lacit::proof::Challenge challenge{
      .nonce = text_at(0, nonce), .salt = text_at(nonce, salt), .cost = cost, .prefix = text_at(nonce + salt, prefix)};
  const auto solution = lacit::proof::solve(challenge, from, count);
  if (!solution) return -1;
  std::size_t at = 0;
  for (const std::uint32_t word : solution->key) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) buffer[at++] = static_cast<char>(word >> shift & 0xFFU);
  }
  return solution->counter;
}

}  // extern "C"
