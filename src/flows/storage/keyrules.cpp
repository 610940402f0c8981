#include "flows/storage/keyrules.h"

#include <QCoreApplication>
#include <QStringView>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

constexpr qsizetype longestShown = 80;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StorageKey)
};

bool isUtf8(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            return false;
    }
    return true;
}

bool hasDotSegment(const QString &key)
{
    for (const QStringView segment : QStringView(key).split(u'/')) {
        if (segment == u"." || segment == u"..")
            return true;
    }
    return false;
}

tl::unexpected<core::Error> refused(const QString &message, const QString &suggestion)
{
    core::Error error;
    error.kind = core::Error::Kind::Usage;
    error.message = message;
    error.suggestion = suggestion;
    return core::fail(std::move(error));
}

} // namespace

QString shownKey(const QString &key)
{
    QString shown;
    for (const QChar c : key) {
        if (c == u'\n')
            shown += "\\n"_L1;
        else if (c == u'\t')
            shown += "\\t"_L1;
        else if (c == u'\r')
            shown += "\\r"_L1;
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            shown += u"\\x%1"_s.arg(uint(c.unicode()), 2, 16, QLatin1Char('0'));
        else
            shown += c;
    }
    if (shown.size() <= longestShown)
        return shown;
    return shown.left(longestShown / 2) + u'…' + shown.right(longestShown / 2);
}

core::Result<> checkPrefix(const QString &prefix)
{
    if (!isUtf8(prefix))
        return refused(
            Text::tr("The key “%1” is no valid text (half of a character pair is missing).").arg(shownKey(prefix)),
            Text::tr("Type it again."));
    if (const qsizetype bytes = prefix.toUtf8().size(); bytes > mostKeyBytes)
        return refused(Text::tr("The key “%1” has %2 bytes, and S3 takes %3 at most.")
                           .arg(shownKey(prefix))
                           .arg(bytes)
                           .arg(mostKeyBytes),
                       Text::tr("Shorten it; letters beyond a to z count as 2 to 4 bytes each."));
    return {};
}

core::Result<> checkKey(const QString &key)
{
    if (key.isEmpty())
        return refused(Text::tr("There is no key after the bucket's name."),
                       Text::tr("Name the object: s3://bucket/key."));
    if (hasDotSegment(key))
        return refused(
            Text::tr("The key “%1” has a part that is only “.” or “..” between slashes. Such a part is resolved on "
                     "its way to the service, like a folder, and another object would be meant.")
                .arg(shownKey(key)),
            Text::tr("Choose another key; an object that is stored so can be copied to one with other tools."));
    return checkPrefix(key);
}

} // namespace braketeer::flows
