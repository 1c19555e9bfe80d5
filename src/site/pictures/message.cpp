#include "pictures/message.h"

#include <charconv>

namespace lacit::pictures {
namespace {

constexpr std::size_t head = 4;

std::size_t length_of(std::string_view bytes) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < head; ++i) length = length << 8U | static_cast<unsigned char>(bytes[i]);
  return length;
}

int number(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Message ready_message() { return {"ready", std::string(protocol_version)}; }

Message problem_message(const base::Error& error) {
  return {"problem", error.what, error.mend, std::to_string(error.line), std::to_string(error.column)};
}

std::optional<base::Error> error_in(const Message& message) {
  if (message.size() != 5 || message.front() != "problem") return {};
  return base::Error{message[1], message[2], number(message[3]), number(message[4])};
}

std::string packed(const Message& message) {
  std::string texts;
  for (const std::string& text : message) texts.append(text).push_back('\0');
  std::string bytes;
  for (unsigned shift = 32; shift > 0; shift -= 8) bytes += static_cast<char>(texts.size() >> (shift - 8) & 0xFFU);
  return bytes + texts;
}

std::optional<Message> unpack(std::string& bytes) {
  if (bytes.size() < head || bytes.size() < head + length_of(bytes)) return {};
  const std::size_t end = head + length_of(bytes);
  Message message;
  for (std::size_t at = head; at < end;) {
    const std::size_t stop = std::min(bytes.find('\0', at), end);
    message.push_back(bytes.substr(at, stop - at));
    at = stop + 1;
  }
  bytes.erase(0, end);
  return message;
}

bool is_nonsense(std::string_view bytes) { return bytes.size() >= head && length_of(bytes) > longest_message; }

}  // namespace lacit::pictures
