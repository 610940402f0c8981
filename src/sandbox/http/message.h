#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <chrono>
#include <functional>

namespace braketeer::sandbox {

using HeaderList = QList<QPair<QByteArray, QByteArray>>;

/// A request as its bytes came in: nothing decoded, nothing sorted.
struct RawRequest
{
    QByteArray requestLine; ///< "POST /jobs HTTP/1.1"
    QByteArray method;
    QByteArray target;  ///< path and query
    HeaderList headers; ///< blanks around the values are cut off, nothing else
    QByteArray body;    ///< without the framing of a chunked transfer

    QByteArray path() const;  ///< the target before '?'
    QByteArray query() const; ///< the target after it

    /// The value of the first header of that name in any case; empty where there is none.
    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
};

/// What goes back.
struct Answer
{
    enum class Delivery {
        Whole,
        Truncated, ///< the connection closes in the middle of the body
        None,      ///< the connection closes without a byte
    };

    int status = 200;
    HeaderList headers; ///< Content-Length is added
    QByteArray body;
    Delivery delivery = Delivery::Whole;
    std::chrono::milliseconds delay{0}; ///< before the first byte

    void addHeader(QByteArray name, QByteArray value) { headers.emplaceBack(std::move(name), std::move(value)); }
};

/// Called on the threads of the server, several at a time.
using RequestHandler = std::function<Answer(const RawRequest &)>;

} // namespace braketeer::sandbox
