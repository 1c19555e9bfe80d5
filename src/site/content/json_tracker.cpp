// The tracker is no lexer: it only tells text from words from signs, and that is enough to know where each began.
#include "content/json_tracker.h"

namespace lacit::content::json {

void Tracker::take(char byte) {
  if (in_text_) {
    take_in_text(byte);
  } else {
    take_outside(byte);
  }
  move_past(byte);
}

void Tracker::take_in_text(char byte) {
  if (escaped_) {
    escaped_ = false;
  } else if (byte == '\\') {
    escaped_ = true;
  } else if (byte == '"') {
    in_text_ = false;
  }
}

void Tracker::take_outside(char byte) {
  switch (byte) {
    case ' ':
    case '\t':
    case '\n':
    case '\r': in_word_ = false; return;
    case '"':
      in_text_ = true;
      in_word_ = false;
      text_ = token_ = here_;
      return;
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
      in_word_ = false;
      sign_ = token_ = here_;
      return;
    default:
      if (!in_word_) word_ = token_ = here_;
      in_word_ = true;
  }
}

void Tracker::move_past(char byte) {
  ++here_.offset;
  if (byte == '\n') {
    ++here_.position.line;
    here_.position.column = 1;
  } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {  // Not within a code point.
    ++here_.position.column;
  }
}

Position position_of(std::string_view bytes, std::size_t offset) {
  Tracker tracker;
  for (const char byte : bytes.substr(0, offset)) tracker.take(byte);
  return tracker.here().position;
}

}  // namespace lacit::content::json
