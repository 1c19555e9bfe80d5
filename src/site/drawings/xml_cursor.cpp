#include "drawings/xml_cursor.h"

#include <algorithm>

#include "base/utf8.h"
#include "content/media_svg.h"
#include "drawings/xml_characters.h"

namespace lacit::drawings {

std::string_view Cursor::up_to(std::string_view end, const char* what) {
  const std::size_t found = bytes_.find(end, at_);
  if (found == std::string_view::npos) fail(std::string(what) + " does not end", "export the file anew");
  const std::string_view inside = bytes_.substr(at_, found - at_);
  at_ = found + end.size();
  return inside;
}

bool Cursor::skip_spaces() {
  const std::size_t before = at_;
  at_ = std::min(bytes_.find_first_not_of(xml_spaces, at_), bytes_.size());
  return at_ > before;
}

std::string_view Cursor::name() {
  const std::size_t begin = at_;
  char32_t c = 0;
  while (true) {
    const std::size_t used = base::decode(bytes_, at_, c);
    if (used == 0 || !(at_ == begin ? may_begin_name(c) : may_be_in_name(c))) break;
    at_ += used;
  }
  if (at_ == begin) fail("a name is missing here, or begins with a character that names do not have", "correct it");
  return bytes_.substr(begin, at_ - begin);
}

std::string_view Cursor::qualified_name() {
  const std::string_view found = name();
  const std::size_t colon = found.find(':');
  if (colon == std::string_view::npos) return found;
  if (colon == 0 || colon + 1 == found.size() || found.find(':', colon + 1) != std::string_view::npos ||
      std::string_view("0123456789-.").find(found[colon + 1]) != std::string_view::npos) {
    fail("the name " + content::quoted(found) + " has its colon in the wrong place", "correct it");
  }
  return found;
}

std::string_view Cursor::quoted_value() {
  if (!next("\"") && !next("'")) fail("a value is not in quotation marks", "export the file anew");
  const std::string_view quote = bytes_.substr(at_++, 1);
  return up_to(quote, "a value in quotation marks");
}

void Cursor::comment() {
  at_ += 4;
  const std::size_t begin = at_;
  const std::string_view inside = up_to("-->", "a comment");
  if (inside.find("--") != std::string_view::npos || inside.ends_with('-')) {
    at_ = begin;
    fail("there is a -- within a comment, which XML does not allow", "delete the comment");
  }
}

}  // namespace lacit::drawings
