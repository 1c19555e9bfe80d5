// The unit tests' program: doctest's own main. The same sources run natively under sanitizers and as wasm in node.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
