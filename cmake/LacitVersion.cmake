# Which build it is: CMakeLists.txt's version and, in a clone, the commit. Included, it gives the function; run as a script by
# every build, it writes the file anew only where that has changed, so that nothing is compiled or linked for nothing.

# What stands after the version: « (4f5e6a7b1234)», « (4f5e6a7b1234, changed)», or nothing outside of a clone.
function(lacit_commit source_folder result)
  set(${result} "" PARENT_SCOPE)
  find_package(Git QUIET)
  if(NOT GIT_FOUND)
    return()
  endif()
  execute_process(COMMAND "${GIT_EXECUTABLE}" rev-parse --show-cdup WORKING_DIRECTORY "${source_folder}"
    OUTPUT_VARIABLE way_up OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  # Sources that were unpacked inside of somebody else's clone are not that clone's.
  if(failed OR NOT way_up STREQUAL "")
    return()
  endif()
  execute_process(COMMAND "${GIT_EXECUTABLE}" rev-parse --short=12 HEAD WORKING_DIRECTORY "${source_folder}"
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(failed)
    return()
  endif()
  execute_process(COMMAND "${GIT_EXECUTABLE}" diff-index --quiet HEAD -- WORKING_DIRECTORY "${source_folder}"
    ERROR_QUIET RESULT_VARIABLE changed)
  if(changed)
    string(APPEND commit ", changed")
  endif()
  set(${result} " (${commit})" PARENT_SCOPE)
endfunction()

# lacit_version(<target>): compiles `lacit::programs::version` into it.
function(lacit_version target)
  set(file "${CMAKE_CURRENT_BINARY_DIR}/version.cpp")
  add_custom_target(${target}_version BYPRODUCTS "${file}" VERBATIM COMMENT ""
    COMMAND "${CMAKE_COMMAND}" "-DSOURCE_FOLDER=${CMAKE_SOURCE_DIR}" "-DVERSION=${PROJECT_VERSION}" "-DFILE=${file}"
      -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}")
  target_sources(${target} PRIVATE "${file}")
  add_dependencies(${target} ${target}_version)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  lacit_commit("${SOURCE_FOLDER}" commit)
  file(CONFIGURE OUTPUT "${FILE}" @ONLY CONTENT [[
#include "lacit/version.h"

namespace lacit::programs {

std::string_view version() { return "lacit @VERSION@@commit@"; }

}  // namespace lacit::programs
]])
endif()
