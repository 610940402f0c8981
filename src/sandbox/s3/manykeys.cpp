#include "sandbox/s3/manykeys.h"

#include "sandbox/s3/owner.h"

#include <algorithm>
#include <cstring>

namespace braketeer::sandbox::s3 {
namespace {

constexpr int digits = 7;
constexpr QByteArrayView suffix = ".json";
constexpr qint64 firstModifiedMs = 1'767'603'600'000; // 2026-01-05T09:00:00Z
constexpr int secondsOfHour = 3600;

int sizeOf(qint64 index)
{
    return int(1000 + (index * 37) % 9000);
}

void writeDigits(char *end, qint64 number, int count)
{
    for (int i = 0; i < count; ++i, number /= 10)
        *--end = char('0' + number % 10);
}

QByteArray paddedNumber(qint64 number, int count)
{
    QByteArray text(count, '0');
    writeDigits(text.data() + count, number, count);
    return text;
}

qint64 modifiedMs(qint64 index)
{
    return firstModifiedMs + (index % secondsOfHour) * 1000;
}

// Not an MD5, and with a dash as that of an upload in parts: no client takes it for one.
QByteArray eTagOf(qint64 index)
{
    return paddedNumber(index, 32) + "-1";
}

} // namespace

ManyKeys::ManyKeys(QByteArray prefix, qint64 count)
    : m_prefix(std::move(prefix)), m_count(std::clamp<qint64>(count, 0, 10'000'000))
{
}

QByteArray ManyKeys::key(qint64 index) const
{
    return m_prefix + paddedNumber(index, digits) + suffix.toByteArray();
}

std::optional<qint64> ManyKeys::indexOf(const QByteArray &keyName) const
{
    bool isNumber = false;
    const qint64 index = keyName.mid(m_prefix.size(), digits).toLongLong(&isNumber);
    return isNumber && index >= 0 && index < m_count && key(index) == keyName ? std::optional(index) : std::nullopt;
}

qint64 ManyKeys::firstFrom(const QByteArray &keyName, bool after) const
{
    qint64 low = 0;
    qint64 high = m_count;
    while (low < high) {
        const qint64 middle = (low + high) / 2;
        const int order = key(middle).compare(keyName);
        if (order < 0 || (after && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Object ManyKeys::object(qint64 index) const
{
    Object object;
    object.key = key(index);
    object.size = sizeOf(index);
    object.eTag = eTagOf(index);
    object.modifiedMs = modifiedMs(index);
    object.headers = {{"content-type", "application/json"}};
    return object;
}

QByteArray ManyKeys::body(qint64 index) const
{
    const QByteArray ones = QByteArray::number(450 + index % 100);
    const QByteArray zeros = QByteArray::number(550 - index % 100);
    const QByteArray begin = "{\"measurement\":" + QByteArray::number(index)
                             + ",\"shots\":1000,\"counts\":{\"00\":" + zeros + ",\"11\":" + ones + "},\"qubits\":\"";
    const QByteArray end = "\"}\n";
    return begin + QByteArray(sizeOf(index) - begin.size() - end.size(), '0') + end;
}

void ManyKeys::appendContents(QByteArray &xml, qint64 first, qint64 count, bool withOwner) const
{
    Xml pattern;
    const qsizetype begin = pattern.text().size();
    pattern.open("Contents");
    pattern.leaf("Key", key(0));
    pattern.leaf("LastModified", xmlTime(modifiedMs(0)));
    pattern.leaf("ETag", '"' + eTagOf(0) + '"');
    pattern.number("Size", qint64(sizeOf(0)));
    if (withOwner)
        appendOwner(pattern, "Owner");
    pattern.leaf("StorageClass", "STANDARD");
    pattern.close("Contents");
    const QByteArray entry = pattern.text().mid(begin);
    const qsizetype keyEnd = entry.indexOf("</Key>") - suffix.size();
    const qsizetype minutesEnd = entry.indexOf(":00.000Z");
    const qsizetype eTagEnd = entry.indexOf("-1&quot;");
    const qsizetype sizeEnd = entry.indexOf("</Size>");

    const qsizetype before = xml.size();
    xml.resize(before + entry.size() * count);
    char *out = xml.data() + before;
    for (qint64 index = first; index < first + count; ++index, out += entry.size()) {
        std::memcpy(out, entry.constData(), size_t(entry.size()));
        writeDigits(out + keyEnd, index, digits);
        writeDigits(out + minutesEnd, index % secondsOfHour / 60, 2);
        writeDigits(out + minutesEnd + 3, index % 60, 2);
        writeDigits(out + eTagEnd, index, digits);
        writeDigits(out + sizeEnd, sizeOf(index), 4);
    }
}

} // namespace braketeer::sandbox::s3
