#include "aws/sigv4/percent.h"

namespace braketeer::aws {
namespace {

constexpr char digits[] = "0123456789ABCDEF";

constexpr int digitValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

} // namespace

void putPercentEncoded(Writer &to, QByteArrayView raw, Slash slash)
{
    char *at = to.position();
    for (const char c : raw) {
        if (isUnreserved(c) || (c == '/' && slash == Slash::Keep)) {
            *at++ = c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            *at++ = '%';
            *at++ = digits[byte >> 4];
            *at++ = digits[byte & 15];
        }
    }
    to.moveTo(at);
}

QByteArray percentEncoded(QByteArrayView raw, Slash slash)
{
    QByteArray out;
    Writer to(out, 3 * raw.size());
    putPercentEncoded(to, raw, slash);
    to.finish();
    return out;
}

QByteArray percentDecoded(QByteArrayView encoded)
{
    QByteArray out;
    Writer to(out, encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        if (encoded[i] == '%' && i + 2 < encoded.size()) {
            const int high = digitValue(encoded[i + 1]);
            const int low = digitValue(encoded[i + 2]);
            if (high >= 0 && low >= 0) {
                to.put(char(high * 16 + low));
                i += 2;
                continue;
            }
        }
        to.put(encoded[i]);
    }
    to.finish();
    return out;
}

} // namespace braketeer::aws
