#include "store/history/claim.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <atomic>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

constexpr qint64 longestLine = 1024; ///< of the two files below

/// "BOOT/NAMESPACE": a process number means the same process only where both are the same. Empty without /proc.
/// Source: proc(5), /proc/sys/kernel/random/boot_id and /proc/[pid]/ns/pid.
QString machine()
{
    QFile boot(u"/proc/sys/kernel/random/boot_id"_s);
    if (!boot.open(QIODevice::ReadOnly))
        return {};
    const QString processNames = QFile::symLinkTarget(u"/proc/self/ns/pid"_s).section(u'/', -1);
    return QString::fromLatin1(boot.read(longestLine).trimmed()) + u'/' + processNames;
}

/// When process `pid` started, in clock ticks since the machine did: tells a number that was given out again.
/// Source: proc(5), /proc/[pid]/stat, field 22. Field 2 is the program's name in brackets, and may hold anything.
QString startOf(const QString &pid)
{
    QFile stat(u"/proc/"_s + pid + u"/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = stat.read(longestLine);
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr int start = 22 - 3;
    if (fields.size() <= start || fields[0] == "Z" || fields[0] == "X") // ended, only its parent has not looked yet
        return {};
    return QString::fromLatin1(fields[start]);
}

} // namespace

Claim newClaim(const QDateTime &now, int seconds)
{
    static std::atomic<int> number = 0; // tells the flows of one process apart
    const QString pid = QString::number(QCoreApplication::applicationPid());
    const QString owner = QStringList{machine(), pid, startOf(pid), QString::number(number.fetch_add(1))}.join(u'/');
    return {owner, now.addSecs(seconds)};
}

bool isGone(QStringView owner)
{
    const auto parts = owner.split(u'/');
    if (parts.size() != 5)
        return false;
    const QString place = parts[0].toString() + u'/' + parts[1].toString();
    return place == machine() && parts[3] != startOf(parts[2].toString());
}

} // namespace braketeer::store
