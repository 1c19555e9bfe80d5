// The one place where Boost.Asio's and Boost.Beast's own code is compiled.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
