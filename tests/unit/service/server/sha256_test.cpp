#include "server/sha256.h"

#include <doctest/doctest.h>

#include <string>

using lacit::server::sha256_base64;

TEST_CASE("SHA-256: the examples of FIPS 180-4, as base64") {
  CHECK(sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  CHECK(sha256_base64("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
  CHECK(sha256_base64(std::string(64, 'a')) == "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs=");
}
