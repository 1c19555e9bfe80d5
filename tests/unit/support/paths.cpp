#include "unit/support/paths.h"

namespace lacit::tests {

std::filesystem::path tests_folder() { return LACIT_TESTS_DIR; }

}  // namespace lacit::tests
