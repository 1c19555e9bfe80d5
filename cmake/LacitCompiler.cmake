# One set of compiler rules for everything that is ours. Warnings are errors.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(LACIT_CCACHE ccache)
if(LACIT_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${LACIT_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${LACIT_CCACHE}")
endif()

add_library(lacit_rules INTERFACE)
target_compile_options(lacit_rules INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC bug 105651: g++ 12 sees overlapping copies in std::string's operator+ where there are none. And it warns of
  # members that designated initialisers leave at their default (GCC bug 39589), which is what they are for.
  target_compile_options(lacit_rules INTERFACE -Wno-restrict -Wno-missing-field-initializers)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

if(LACIT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

if(LACIT_FUZZ)
  # Coverage of the libraries too, not only of the fuzzers' own files: without it libFuzzer is blind.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN AND LACIT_SHIP)
  # Speed costs 13 KB of brotli here, which the budget has room for (tests/budget); frames take a quarter less than with -Oz.
  add_compile_options(-O2 -flto -fno-exceptions -fno-rtti)
  add_link_options(-O2 -flto -fno-exceptions -fno-rtti)
elseif(EMSCRIPTEN)
  # Tests as wasm: a quick build matters more than a quick run.
  add_compile_options(-O0 -fwasm-exceptions)
  add_link_options(-O0 -fwasm-exceptions)
endif()
