// Where entities are declared, and where «billion laughs» begin.
#include "content/media_svg.h"
#include "drawings/limits.h"
#include "drawings/xml_cursor.h"

namespace lacit::drawings {

void Cursor::doctype(Entities& entities) {
  at_ += 9;
  skip_spaces();
  name();
  while (true) {
    skip_spaces();
    if (next(">")) break;
    if (next("[")) {
      subset(entities);
    } else if (next("\"") || next("'")) {
      quoted_value();
    } else {
      name();  // SYSTEM or PUBLIC: what they name is never fetched.
    }
  }
  ++at_;
}

void Cursor::subset(Entities& entities) {
  ++at_;
  while (true) {
    skip_spaces();
    if (next("]")) break;
    if (next("<!--")) {
      comment();
    } else if (next("<!ENTITY")) {
      entity(entities);
    } else {
      fail("the DOCTYPE holds more than names of namespaces", "export the file as plain SVG");
    }
  }
  ++at_;
}

void Cursor::entity(Entities& entities) {
  at_ += 8;
  const bool apart = skip_spaces();
  if (!apart || next("%")) fail("the DOCTYPE declares an entity that is no plain text", "export the file as plain SVG");
  const std::string key(name());
  skip_spaces();
  if (next("SYSTEM") || next("PUBLIC")) {
    fail("the entity " + content::quoted(key) + " is taken from elsewhere",
         "delete it, and write what it stands for where it is used");
  }
  const std::string value(quoted_value());
  skip_spaces();
  if (value.find_first_of("&%<") != std::string::npos || !next(">")) {
    fail("the entity " + content::quoted(key) + " is made of others", "export the file as plain SVG");
  }
  ++at_;
  entities.emplace(key, value);
  if (entities.size() > most_entities) fail("there are too many entities", "export the file as plain SVG");
}

}  // namespace lacit::drawings
