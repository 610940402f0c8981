#include "archive/checks/requirementline.h"

#include <QRegularExpression>

#include <algorithm>
#include <initializer_list>
#include <optional>

using namespace Qt::StringLiterals;

namespace braketeer::archive::checks {
namespace {

using Kind = RequirementLine::Kind;

bool isOption(const QString &text, std::initializer_list<QLatin1StringView> options)
{
    return std::ranges::any_of(options, [&](QLatin1StringView option) {
        if (!text.startsWith(option))
            return false;
        const QStringView rest = QStringView(text).sliced(option.size());
        // "-rfile" and "-r file"; "--find-links=x" and "--find-links x"
        return option.size() == 2 || rest.isEmpty() || rest.front() == u'=' || rest.front().isSpace();
    });
}

bool isFromVersionControl(const QString &text)
{
    return std::ranges::any_of(std::initializer_list<QLatin1StringView>{"git+"_L1, "hg+"_L1, "svn+"_L1, "bzr+"_L1},
                               [&](QLatin1StringView scheme) { return text.contains(scheme); });
}

bool isPath(const QString &text)
{
    return text.contains("://"_L1) || text.startsWith(u'.') || text.startsWith(u'/') || text.contains(" @ "_L1)
           || text.endsWith(".whl"_L1) || text.endsWith(".tar.gz"_L1) || text.endsWith(".zip"_L1);
}

std::optional<Kind> kindOf(const QString &text)
{
    if (isOption(text, {"-e"_L1, "--editable"_L1}))
        return Kind::Editable;
    if (isOption(text, {"-i"_L1, "--index-url"_L1, "--extra-index-url"_L1, "-f"_L1, "--find-links"_L1}))
        return Kind::Index;
    if (isOption(text, {"-r"_L1, "--requirement"_L1, "-c"_L1, "--constraint"_L1}))
        return Kind::Path;
    if (text.startsWith(u'-'))
        return {};
    if (isFromVersionControl(text))
        return Kind::VersionControl;
    if (isPath(text))
        return Kind::Path;
    static const QRegularExpression pinned(uR"(^[\w.\-]+\s*(\[[^\]]*\])?\s*={2,3}\s*[^*,\s]+\s*(;|--|$))"_s);
    return pinned.match(text).hasMatch() ? Kind::Pinned : Kind::Unpinned;
}

QString withoutComment(const QString &line)
{
    static const QRegularExpression comment(u"(^|\\s)#.*$"_s);
    return QString(line).remove(comment);
}

} // namespace

QList<RequirementLine> readRequirements(QByteArrayView text)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    QList<RequirementLine> found;
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        RequirementLine line;
        line.number = int(i) + 1;
        QString joined = lines[i];
        while (joined.trimmed().endsWith(u'\\') && i + 1 < lines.size()) {
            joined = joined.trimmed();
            joined.chop(1);
            joined += lines[++i];
        }
        line.text = withoutComment(joined).trimmed();
        const auto kind = line.text.isEmpty() ? std::nullopt : kindOf(line.text);
        if (!kind)
            continue;
        line.kind = *kind;
        found << line;
    }
    return found;
}

QString withoutPassword(const QString &text)
{
    static const QRegularExpression login(u"://[^/@\\s]+@"_s);
    QString shown = text;
    shown.replace(login, u"://"_s);
    return shown.size() > 80 ? shown.left(80) + u'…' : shown;
}

} // namespace braketeer::archive::checks
