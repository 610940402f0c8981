#include "gui/job/fieldtext.h"

#include "job/schema/schema.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

struct FieldTexts
{
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

QString parentOf(const QString &schemaPath)
{
    return schemaPath.left(qMax(schemaPath.lastIndexOf(u'.'), qsizetype(0)));
}

/// An example of what is typed: for a structure or list that of the first thing in it.
QString example(const job::Member &member)
{
    const job::Member *leaf = &member;
    while (leaf->type == job::Type::Structure || leaf->type == job::Type::List) {
        const QList<const job::Member *> &children = job::childrenOf(QString::fromUtf8(leaf->path));
        if (children.isEmpty())
            break;
        leaf = children.constFirst();
    }
    return QString::fromUtf8(leaf->example);
}

QString placeholder(const job::Member &member)
{
    const QString standard = job::defaultText(member);
    if (!standard.isEmpty())
        return member.type == job::Type::Integer ? standard : FieldTexts::tr("default: %1").arg(standard);
    return isAlwaysRequired(member) ? FieldTexts::tr("e.g. %1").arg(example(member))
                                    : FieldTexts::tr("optional, e.g. %1").arg(example(member));
}

} // namespace

bool isAlwaysRequired(const job::Member &member)
{
    if (!member.required)
        return false;
    const job::Member *parent = job::findMember(parentOf(QString::fromUtf8(member.path)));
    return !parent || isAlwaysRequired(*parent);
}

FieldText fieldText(const job::Member &member, const job::Path &path)
{
    return {job::label(member), path.toString(), job::help(member), placeholder(member)};
}

QString toolTip(const FieldText &text)
{
    return u"<p><b>%1</b><br/><tt>%2</tt></p><p>%3</p>"_s.arg(text.label.toHtmlEscaped(), text.apiName.toHtmlEscaped(),
                                                              text.help.toHtmlEscaped());
}

} // namespace braketeer::gui
