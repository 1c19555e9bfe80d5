# ./dev setup: everything that build and serve need (`setup_build`). `setup_tests` adds what only tests need.
# shellcheck shell=bash
source scripts/dev/packages.sh
source scripts/dev/toolchain.sh
source scripts/dev/node.sh
source scripts/dev/assets.sh

setup_build() {
  install_packages "${build_packages[@]}"
  begin_toolchain
  setup_node
  setup_toolchain
  setup_fonts
  setup_icons
  setup_licences
}

setup_tests() { install_packages "${test_packages[@]}"; }

# dev_setup [--move-pin]: with it the toolchain is fetched anew and written down as the pinned one.
dev_setup() {
  case ${1:-} in
    '') setup_build ;;
    --move-pin) install_packages "${build_packages[@]}" && move_pin ;;
    *) fail "setup knows no '$1'" "./dev setup, or ./dev setup --move-pin" ;;
  esac
}
