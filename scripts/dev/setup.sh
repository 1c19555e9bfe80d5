# ./dev setup: everything that build and serve need. `setup_tests` adds what only tests need.
# shellcheck shell=bash
source scripts/dev/packages.sh
source scripts/dev/toolchain.sh
source scripts/dev/node.sh
source scripts/dev/assets.sh

dev_setup() {
  install_packages "${build_packages[@]}"
  setup_node
  setup_toolchain
  setup_fonts
  setup_icons
  setup_licences
}

setup_tests() { install_packages "${test_packages[@]}"; }
