#include "flows/storage/textlines.h"

#include "services/s3/listedobjects.h"

#include <QDateTime>

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace braketeer::flows {
namespace {

// Date, blanks, the longest number: everything of a line but the key.
constexpr qsizetype mostFrame = 64;
constexpr int sizeWidth = 10;
constexpr QByteArrayView folderFrame = "                           PRE ";

char *put(char *to, QByteArrayView bytes)
{
    std::memcpy(to, bytes.data(), std::size_t(bytes.size()));
    return to + bytes.size();
}

char *putTwo(char *to, qint64 number)
{
    *to++ = char('0' + number / 10);
    *to++ = char('0' + number % 10);
    return to;
}

} // namespace

QByteArray humanReadableSize(qint64 bytes)
{
    constexpr std::array<const char *, 6> units{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    if (bytes == 1)
        return QByteArrayLiteral("1 Byte");
    if (bytes < 1024)
        return QByteArray::number(bytes) + " Bytes";
    double value = double(bytes) / 1024;
    std::size_t unit = 0;
    while (unit + 1 < units.size() && std::nearbyint(value) >= 1024) {
        value /= 1024;
        ++unit;
    }
    return QByteArray::number(value, 'f', 1) + ' ' + units[unit];
}

void TextLines::append(QByteArray &text, const services::s3::ListedObjects &page)
{
    qsizetype most = 0;
    for (const services::s3::ListedObject &listed : page.entries)
        most += listed.key.size() + mostFrame;
    const qsizetype before = text.size();
    text.resize(before + most);
    char *const start = text.data();
    char *to = start + before;
    for (const services::s3::ListedObject &listed : page.entries) {
        if (!listed.prefix)
            continue;
        to = put(put(to, folderFrame), nameOf(listed.key, true));
        *to++ = '\n';
        ++m_totals.folders;
    }
    for (const services::s3::ListedObject &listed : page.entries) {
        if (listed.prefix)
            continue;
        to = putTime(to, listed.modified);
        to = putSize(to, listed.size);
        *to++ = ' ';
        to = put(to, nameOf(listed.key, false));
        *to++ = '\n';
        ++m_totals.objects;
        m_totals.bytes += listed.size;
    }
    text.resize(to - start);
}

char *TextLines::putTime(char *to, qint64 milliseconds)
{
    if (milliseconds < 0)
        return put(to, "                    ");
    qint64 seconds = milliseconds / 1000;
    if (const qint64 quarter = seconds / 900; quarter != m_quarter) {
        m_quarter = quarter;
        m_offset = QDateTime::fromSecsSinceEpoch(seconds).offsetFromUtc();
    }
    seconds += m_offset;
    const qint64 day = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400;
    if (day != m_day) {
        m_day = day;
        const QDate date = QDate(1970, 1, 1).addDays(day);
        char *at = putTwo(putTwo(m_date, date.year() / 100 % 100), date.year() % 100);
        *at++ = '-';
        at = putTwo(at, date.month());
        *at++ = '-';
        at = putTwo(at, date.day());
        *at = ' ';
    }
    to = put(to, QByteArrayView(m_date, 11));
    const qint64 time = seconds - day * 86400;
    to = putTwo(to, time / 3600);
    *to++ = ':';
    to = putTwo(to, time / 60 % 60);
    *to++ = ':';
    to = putTwo(to, time % 60);
    *to++ = ' ';
    return to;
}

char *TextLines::putSize(char *to, qint64 bytes) const
{
    std::array<char, 24> digits{};
    QByteArrayView number;
    QByteArray readable;
    if (m_humanReadable) {
        readable = humanReadableSize(bytes);
        number = readable;
    } else {
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), bytes);
        number = QByteArrayView(digits.data(), end.ptr - digits.data());
    }
    for (qsizetype blanks = number.size(); blanks < sizeWidth; ++blanks)
        *to++ = ' ';
    return put(to, number);
}

QByteArrayView TextLines::nameOf(QByteArrayView key, bool folder) const
{
    if (m_wholeKeys)
        return key;
    const QByteArrayView body = folder && key.endsWith('/') ? key.chopped(1) : key;
    const std::string_view text(body.data(), std::size_t(body.size()));
    const std::size_t slash = text.rfind('/');
    return slash == std::string_view::npos ? key : key.sliced(qsizetype(slash) + 1);
}

} // namespace braketeer::flows
