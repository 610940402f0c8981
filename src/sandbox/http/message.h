#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <chrono>
#include <functional>
#include <memory>

namespace braketeer::sandbox {

using HeaderList = QList<QPair<QByteArray, QByteArray>>;

/// A request as its bytes came in: nothing decoded, nothing sorted.
struct RawRequest
{
    QByteArray requestLine; ///< "POST /jobs HTTP/1.1"
    QByteArray method;
    QByteArray target;  ///< path and query
    HeaderList headers; ///< blanks around the values are cut off, nothing else
    /// Without the framing of a chunked transfer. Empty as long as nobody has read it, and where a service takes its
    /// bodies in blocks.
    QByteArray body;

    QByteArray path() const;  ///< the target before '?'
    QByteArray query() const; ///< the target after it

    /// The value of the first header of that name in any case; empty where there is none.
    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
};

/// A file that is open for reading, and closed with its last owner: it may be deleted meanwhile.
class OpenFile final
{
public:
    explicit OpenFile(int descriptor) : m_descriptor(descriptor) { }

    ~OpenFile();
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    int descriptor() const { return m_descriptor; }

private:
    const int m_descriptor;
};

/// A piece of a file that is part of an answer.
struct FileSlice
{
    std::shared_ptr<const OpenFile> file;
    qint64 offset = 0;
    qint64 length = 0;
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
    QList<FileSlice> files; ///< the body after `body`, sent without being read into memory
    Delivery delivery = Delivery::Whole;
    std::chrono::milliseconds delay{0}; ///< before the first byte
    qint64 bytesPerSecond = 0;          ///< of the body at most; 0: as fast as it goes

    void addHeader(QByteArray name, QByteArray value) { headers.emplaceBack(std::move(name), std::move(value)); }

    qint64 bodySize() const;
};

class BodyStream;

/// Called on the threads of the server, several at a time. What it leaves of the body is of no interest to it.
using RequestHandler = std::function<Answer(RawRequest request, BodyStream &body)>;

} // namespace braketeer::sandbox
