// Whether bytes are XML as browsers demand it. pugixml reads much that no browser shows; so that is refused before it.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace lacit::drawings {

/// The flat entities of the internal subset, by name: older Illustrators declare namespaces in them.
using Entities = std::map<std::string, std::string, std::less<>>;

/// Well-formedness by XML 1.0 (5th edition), in UTF-8, for documents without a DTD of their own. Entities may hold
/// plain text alone and stand only where a namespace is named, where nothing grows. Throws Fault.
[[nodiscard]] Entities check_xml(std::string_view bytes);

}  // namespace lacit::drawings
