#include "sandbox/faults/fault.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

struct KindRow
{
    const char *word;
    Fault::Kind kind;
    int arguments; ///< between the operation and the count
};

constexpr std::array kinds{
    KindRow{"throttle", Fault::Kind::Throttle, 0},
    KindRow{"error", Fault::Kind::Error, 2},
    KindRow{"status", Fault::Kind::Status, 1},
    KindRow{"not-json", Fault::Kind::NotJson, 0},
    KindRow{"truncate", Fault::Kind::Truncate, 0},
    KindRow{"delay", Fault::Kind::Delay, 1},
    KindRow{"reset-before", Fault::Kind::ResetBefore, 0},
    KindRow{"reset-after", Fault::Kind::ResetAfter, 0},
    KindRow{"slow", Fault::Kind::Slow, 1},
    KindRow{"change", Fault::Kind::Change, 0},
};

tl::unexpected<core::Error> bad(const QString &rule, const QString &why)
{
    return core::fail(
        core::Error::Kind::Usage,
        QCoreApplication::translate("SandboxFault", "The fault rule “%1” cannot be used: %2").arg(rule, why));
}

QString knownWords()
{
    QStringList words;
    for (const KindRow &row : kinds)
        words.append(QLatin1StringView(row.word));
    return words.join(u", ");
}

std::optional<int> readCount(const QString &word)
{
    if (word == "*"_L1 || word == "forever"_L1)
        return -1;
    bool isNumber = false;
    const int count = word.toInt(&isNumber);
    return isNumber && count > 0 ? std::optional(count) : std::nullopt;
}

std::optional<int> readStatus(const QString &word)
{
    bool isNumber = false;
    const int status = word.toInt(&isNumber);
    return isNumber && status >= 200 && status <= 599 ? std::optional(status) : std::nullopt;
}

std::optional<std::chrono::milliseconds> readDelay(const QString &word)
{
    static const QRegularExpression form(u"^([0-9]{1,6})(ms|s)$"_s);
    const auto match = form.match(word);
    const qint64 number = match.captured(1).toLongLong();
    const std::chrono::milliseconds delay(match.captured(2) == "s"_L1 ? number * 1000 : number);
    return match.hasMatch() && delay <= std::chrono::minutes(10) ? std::optional(delay) : std::nullopt;
}

std::optional<qint64> readPace(const QString &word)
{
    static const QRegularExpression form(u"^([1-9][0-9]{0,6})(KiB|MiB)$"_s);
    const auto match = form.match(word);
    const qint64 number = match.captured(1).toLongLong();
    return match.hasMatch() ? std::optional(number << (match.captured(2) == "MiB"_L1 ? 20 : 10)) : std::nullopt;
}

// The empty string where all is well.
QString readArguments(const QStringList &words, Fault &fault)
{
    if (fault.kind == Fault::Kind::Delay) {
        const auto delay = readDelay(words[2]);
        fault.delay = delay.value_or(fault.delay);
        return delay ? QString()
                     : QCoreApplication::translate("SandboxFault",
                                                   "“%1” is not a time such as 500ms or 2s, at most 600s.")
                           .arg(words[2]);
    }
    if (fault.kind == Fault::Kind::Slow) {
        const auto pace = readPace(words[2]);
        fault.bytesPerSecond = pace.value_or(0);
        return pace ? QString()
                    : QCoreApplication::translate(
                          "SandboxFault", "“%1” is not a number of bytes for each second such as 256KiB or 4MiB.")
                          .arg(words[2]);
    }
    if (fault.kind == Fault::Kind::Error || fault.kind == Fault::Kind::Status) {
        const QString &word = words[fault.kind == Fault::Kind::Error ? 3 : 2];
        const auto status = readStatus(word);
        fault.status = status.value_or(0);
        if (!status)
            return QCoreApplication::translate("SandboxFault", "“%1” is not an HTTP status from 200 to 599.").arg(word);
    }
    if (fault.kind == Fault::Kind::Error) {
        static const QRegularExpression form(u"^[A-Za-z]+$"_s);
        fault.code = words[2].toLatin1();
        if (!form.match(words[2]).hasMatch())
            return QCoreApplication::translate("SandboxFault",
                                               "“%1” is not an error code such as ServiceQuotaExceededException.")
                .arg(words[2]);
    }
    return {};
}

} // namespace

core::Result<Fault> Fault::parse(const QString &rule)
{
    static const QRegularExpression operationForm(u"^([A-Za-z][A-Za-z0-9]*|\\*)$"_s);
    const QStringList words = rule.trimmed().split(u':');
    const auto row = std::find_if(kinds.cbegin(), kinds.cend(), [&words](const KindRow &each) {
        return words.first() == QLatin1StringView(each.word);
    });
    if (row == kinds.cend())
        return bad(rule, QCoreApplication::translate("SandboxFault", "its kind is none of %1.").arg(knownWords()));
    const qsizetype needed = 2 + row->arguments;
    if (words.size() < needed || words.size() > needed + 1)
        return bad(rule,
                   QCoreApplication::translate("SandboxFault", "it has %1 parts, and needs %2 or, with a count, %3.")
                       .arg(words.size())
                       .arg(needed)
                       .arg(needed + 1));
    if (!operationForm.match(words[1]).hasMatch())
        return bad(rule,
                   QCoreApplication::translate("SandboxFault", "“%1” is not an operation such as CreateJob, nor *.")
                       .arg(words[1]));

    Fault fault;
    fault.kind = row->kind;
    fault.operation = words[1];
    if (const QString problem = readArguments(words, fault); !problem.isEmpty())
        return bad(rule, problem);
    if (words.size() > needed) {
        const auto count = readCount(words.constLast());
        if (!count)
            return bad(rule, QCoreApplication::translate("SandboxFault",
                                                         "“%1” is not a count: a number from 1, or * for always.")
                                 .arg(words.constLast()));
        fault.remaining = *count;
    }
    return fault;
}

bool Fault::preventsWork() const
{
    return kind == Kind::Throttle || kind == Kind::Error || kind == Kind::Status || kind == Kind::ResetBefore;
}

std::optional<Fault> FaultList::take(const QString &operation)
{
    const auto found = std::find_if(m_faults.begin(), m_faults.end(), [&operation](const Fault &fault) {
        return fault.operation == operation || fault.operation == "*"_L1;
    });
    if (found == m_faults.end())
        return {};
    const Fault fault = *found;
    if (found->remaining > 0 && --found->remaining == 0)
        m_faults.erase(found);
    return fault;
}

} // namespace braketeer::sandbox
