# Other people's libraries, by name from Debian. Their warnings are not ours: SYSTEM includes.
if(NOT EXISTS "${LACIT_IMGUI_DIR}/imgui.h")
  message(FATAL_ERROR "Dear ImGui is not at LACIT_IMGUI_DIR='${LACIT_IMGUI_DIR}'; run ./dev setup, or set IMGUI_DIR.")
endif()
add_library(lacit_imgui STATIC
  "${LACIT_IMGUI_DIR}/imgui.cpp" "${LACIT_IMGUI_DIR}/imgui_draw.cpp"
  "${LACIT_IMGUI_DIR}/imgui_tables.cpp" "${LACIT_IMGUI_DIR}/imgui_widgets.cpp")
add_library(lacit::imgui ALIAS lacit_imgui)
target_include_directories(lacit_imgui SYSTEM PUBLIC "${LACIT_IMGUI_DIR}")
# Windows, demo and file access are not used; the browser has no files to read.
target_compile_definitions(lacit_imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT)
target_compile_options(lacit_imgui PRIVATE -w)

# lacit_headers(<variable> <folder/header>): a folder that holds just that library. Under Emscripten /usr/include itself must
# not be searched (its libc is the host's), so the library's own folder is linked into the build.
function(lacit_headers variable header)
  find_path(LACIT_FOUND_${variable} ${header} PATHS /usr/include /usr/local/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  get_filename_component(folder "${header}" DIRECTORY)
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/include/${variable}")
  file(CREATE_LINK "${LACIT_FOUND_${variable}}/${folder}" "${CMAKE_BINARY_DIR}/include/${variable}/${folder}" SYMBOLIC)
  set(${variable} "${CMAKE_BINARY_DIR}/include/${variable}" PARENT_SCOPE)
endfunction()

lacit_headers(LACIT_JSON_DIR nlohmann/json.hpp)
add_library(lacit_json INTERFACE)
target_include_directories(lacit_json SYSTEM INTERFACE "${LACIT_JSON_DIR}")
add_library(nlohmann_json::nlohmann_json ALIAS lacit_json)

add_library(lacit_md4c INTERFACE)
add_library(lacit::md4c ALIAS lacit_md4c)
if(EMSCRIPTEN)
  if(EXISTS "${LACIT_MD4C_DIR}/src/md4c.c")
    add_library(lacit_md4c_source STATIC "${LACIT_MD4C_DIR}/src/md4c.c")
    target_include_directories(lacit_md4c_source SYSTEM PUBLIC "${LACIT_MD4C_DIR}/src")
    target_link_libraries(lacit_md4c INTERFACE lacit_md4c_source)
  endif()
else()
  find_library(LACIT_MD4C_LIBRARY md4c REQUIRED)
  target_link_libraries(lacit_md4c INTERFACE "${LACIT_MD4C_LIBRARY}")
  find_package(Threads REQUIRED)
  find_package(OpenSSL REQUIRED COMPONENTS Crypto)
  find_library(LACIT_SQLITE_LIBRARY sqlite3 REQUIRED)
  add_library(lacit_sqlite INTERFACE)
  add_library(lacit::sqlite ALIAS lacit_sqlite)
  target_link_libraries(lacit_sqlite INTERFACE "${LACIT_SQLITE_LIBRARY}")
  find_library(LACIT_CURL_LIBRARY curl REQUIRED)
  add_library(lacit_curl INTERFACE)
  add_library(lacit::curl ALIAS lacit_curl)
  target_link_libraries(lacit_curl INTERFACE "${LACIT_CURL_LIBRARY}")
  find_library(LACIT_BROTLI_LIBRARY brotlienc REQUIRED)
  find_package(ZLIB REQUIRED)
  add_library(lacit_compression INTERFACE)
  add_library(lacit::compression ALIAS lacit_compression)
  target_link_libraries(lacit_compression INTERFACE "${LACIT_BROTLI_LIBRARY}" ZLIB::ZLIB)
endif()
