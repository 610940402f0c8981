#include "exchange/template/placetext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr auto open = "{{"_L1;
constexpr auto close = "}}"_L1;
constexpr auto escapedOpen = "{{{{"_L1;

} // namespace

bool isPlaceName(const QString &name)
{
    static const QRegularExpression pattern(u"^[A-Za-z][A-Za-z0-9_-]{0,63}\\z"_s);
    return pattern.match(name).hasMatch();
}

core::Result<QList<TextPiece>> splitPlaces(QStringView text)
{
    QList<TextPiece> pieces;
    QString literal;
    qsizetype at = 0;
    while (at < text.size()) {
        const QStringView rest = text.sliced(at);
        if (rest.startsWith(escapedOpen)) {
            literal += open;
            at += escapedOpen.size();
            continue;
        }
        if (!rest.startsWith(open)) {
            literal += text.at(at++);
            continue;
        }
        const qsizetype end = rest.indexOf(close);
        const QString name = end < 0 ? QString() : rest.sliced(open.size(), end - open.size()).trimmed().toString();
        if (!isPlaceName(name))
            return core::fail(core::Error::Kind::Usage,
                              QCoreApplication::translate("Template",
                                                          "After {{ the name of a place and }} are expected "
                                                          "in “%1”. Write {{{{ for braces that are meant.")
                                  .arg(text.left(80)));
        if (!literal.isEmpty())
            pieces.append({false, literal});
        literal.clear();
        pieces.append({true, name});
        at += end + close.size();
    }
    if (!literal.isEmpty())
        pieces.append({false, literal});
    return pieces;
}

QString escapePlaces(QString text)
{
    return text.replace(open, escapedOpen);
}

} // namespace braketeer::exchange
