#include "aws/sigv4/percent.h"

namespace braketeer::aws {
namespace {

constexpr char digits[] = "0123456789ABCDEF";

constexpr bool isUnreserved(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
           || c == '_' || c == '~';
}

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

void appendPercentEncoded(QByteArray &out, QByteArrayView raw, Slash slash)
{
    for (const char character : raw) {
        const auto byte = static_cast<unsigned char>(character);
        if (isUnreserved(byte) || (slash == Slash::Keep && byte == '/')) {
            out.append(character);
        } else {
            const char escape[] = {'%', digits[byte >> 4], digits[byte & 15]};
            out.append(escape, sizeof escape);
        }
    }
}

QByteArray percentEncoded(QByteArrayView raw, Slash slash)
{
    QByteArray out;
    out.reserve(raw.size() + raw.size() / 4);
    appendPercentEncoded(out, raw, slash);
    return out;
}

void appendPercentDecoded(QByteArray &out, QByteArrayView encoded)
{
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        if (encoded[i] == '%' && i + 2 < encoded.size()) {
            const int high = digitValue(encoded[i + 1]);
            const int low = digitValue(encoded[i + 2]);
            if (high >= 0 && low >= 0) {
                out.append(char(high * 16 + low));
                i += 2;
                continue;
            }
        }
        out.append(encoded[i]);
    }
}

} // namespace braketeer::aws
