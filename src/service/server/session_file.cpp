// Answers that lie on the disk. The deadline is for each piece, so that a large picture reaches a slow phone; a reader
// that takes less than three kilobytes a second is cut off.
#include <boost/asio/write.hpp>
#include <chrono>

#include "server/session.h"

namespace lacit::server {

namespace beast = boost::beast;

namespace {

constexpr auto piece_limit = std::chrono::seconds(20);

}  // namespace

void HttpSession::send_file(bool keep_alive) {
  const std::string_view piece = file_->next();
  // The head promises what is not there: only closing tells the reader that.
  if (piece.empty() && !file_->done()) return on_write(boost::asio::error::eof, false);
  stream_.expires_after(piece_limit);
  boost::asio::async_write(stream_,
                           std::array<boost::asio::const_buffer, 2>{boost::asio::buffer(head_),
                                                                    boost::asio::buffer(piece.data(), piece.size())},
                           [self = shared_from_this(), keep_alive](beast::error_code error, std::size_t) {
                             self->head_.clear();
                             if (error || self->file_->done()) return self->on_write(error, keep_alive);
                             self->send_file(keep_alive);
                           });
}

}  // namespace lacit::server
