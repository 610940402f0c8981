#include "services/s3/listedobjects.h"

#include <algorithm>
#include <array>

namespace braketeer::services::s3 {
namespace {

constexpr std::array<signed char, 256> hexValues = [] {
    std::array<signed char, 256> table{};
    table.fill(-1);
    for (std::size_t digit = 0; digit < 10; ++digit)
        table['0' + digit] = static_cast<signed char>(digit);
    for (std::size_t digit = 0; digit < 6; ++digit) {
        table['a' + digit] = static_cast<signed char>(10 + digit);
        table['A' + digit] = static_cast<signed char>(10 + digit);
    }
    return table;
}();

int hexValue(char c)
{
    return hexValues[static_cast<unsigned char>(c)];
}

/// The number in `count` digits at `at`; -1 where one is no digit.
int digits(const char *at, int count)
{
    int number = 0;
    for (int i = 0; i < count; ++i) {
        if (at[i] < '0' || at[i] > '9')
            return -1;
        number = 10 * number + (at[i] - '0');
    }
    return number;
}

// Days since 1970-01-01 in the Gregorian calendar. Source: Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms", days_from_civil.
qint64 daysSince1970(int year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const int era = year / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146097 + dayOfEra - 719468;
}

int daysOfMonth(int year, int month)
{
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[std::size_t(month - 1)] + (month == 2 && leap ? 1 : 0);
}

} // namespace

qint64 listedTime(QByteArrayView text)
{
    const bool fraction = text.size() == 24;
    if (!fraction && text.size() != 20)
        return -1;
    const char *at = text.data();
    if (at[4] != '-' || at[7] != '-' || at[10] != 'T' || at[13] != ':' || at[16] != ':' || !text.endsWith('Z')
        || (fraction && at[19] != '.'))
        return -1;
    const int year = digits(at, 4);
    const int month = digits(at + 5, 2);
    const int day = digits(at + 8, 2);
    const int hour = digits(at + 11, 2);
    const int minute = digits(at + 14, 2);
    const int second = digits(at + 17, 2);
    const int milliseconds = fraction ? digits(at + 20, 3) : 0;
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month) || hour < 0 || hour > 23
        || minute < 0 || minute > 59 || second < 0 || second > 59 || milliseconds < 0)
        return -1;
    const qint64 minutes = (daysSince1970(year, month, day) * 24 + hour) * 60 + minute;
    return (minutes * 60 + second) * 1000 + milliseconds;
}

void decodeNames(ListedObjects &page)
{
    const auto escaped = [](char c) { return c == '%' || c == '+'; };
    qsizetype most = 0;
    for (const ListedObject &entry : page.entries) {
        if (std::any_of(entry.key.begin(), entry.key.end(), escaped))
            most += entry.key.size();
    }
    // Reserved before the first view is taken: what grows later would move away below them.
    QByteArray bytes(most, Qt::Uninitialized);
    char *to = bytes.data();
    for (ListedObject &entry : page.entries) {
        if (std::none_of(entry.key.begin(), entry.key.end(), escaped))
            continue;
        const char *const start = to;
        for (const char *at = entry.key.begin(); at != entry.key.end(); ++at) {
            if (*at == '%' && entry.key.end() - at > 2 && hexValue(at[1]) >= 0 && hexValue(at[2]) >= 0) {
                *to++ = char(16 * hexValue(at[1]) + hexValue(at[2]));
                at += 2;
            } else {
                *to++ = *at == '+' ? ' ' : *at;
            }
        }
        entry.key = QByteArrayView(start, to - start);
    }
    page.decoded = std::move(bytes);
}

} // namespace braketeer::services::s3
