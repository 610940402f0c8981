#include "job/path.h"

#include "job/schema/schema.h"

namespace braketeer::job {

using namespace Qt::StringLiterals;

namespace {

bool isMap(const QString &schemaPath)
{
    const Member *member = findMember(schemaPath);
    return member && member->type == Type::Map;
}

/// The indexes at the end of a segment ("a[0][1]" gives "a", then 0 and 1), appended to `path` after the name.
Path withSegment(Path path, QStringView segment)
{
    QList<int> indexes;
    while (segment.endsWith(u']')) {
        const qsizetype open = segment.lastIndexOf(u'[');
        bool isNumber = false;
        const uint index = open < 0 ? 0 : segment.mid(open + 1).chopped(1).toUInt(&isNumber);
        if (!isNumber || index > uint(std::numeric_limits<int>::max()))
            break;
        indexes.prepend(int(index));
        segment = segment.left(open);
    }
    if (!segment.isEmpty() || indexes.isEmpty())
        path = path.child(segment.toString());
    for (const int index : std::as_const(indexes))
        path = path.item(index);
    return path;
}

} // namespace

Path Path::parse(QStringView text)
{
    Path path;
    while (!text.isEmpty()) {
        if (isMap(path.schemaPath()))
            return path.child(text.toString());
        const qsizetype dot = text.indexOf(u'.');
        path = withSegment(path, dot < 0 ? text : text.left(dot));
        text = dot < 0 ? QStringView() : text.mid(dot + 1);
    }
    return path;
}

Path Path::child(QString name) const
{
    Path path = *this;
    path.m_steps.append(Step{std::move(name), -1});
    return path;
}

Path Path::item(int index) const
{
    Path path = *this;
    path.m_steps.append(Step{{}, index});
    return path;
}

Path Path::parent() const
{
    Path path = *this;
    if (!path.m_steps.isEmpty())
        path.m_steps.removeLast();
    return path;
}

Path Path::topLevel() const
{
    return m_steps.isEmpty() ? Path() : Path().child(m_steps.first().name);
}

QString Path::toString() const
{
    QString text;
    for (const Step &step : m_steps) {
        if (step.index >= 0)
            text += u'[' + QString::number(step.index) + u']';
        else
            text += (text.isEmpty() ? QString() : u"."_s) + step.name;
    }
    return text;
}

QString Path::schemaPath() const
{
    QString text;
    for (const Step &step : m_steps) {
        if (step.index >= 0)
            text += u"[]"_s;
        else if (text.isEmpty())
            text = step.name;
        else
            text += isMap(text) ? u".{}"_s : u'.' + step.name;
    }
    return text;
}

size_t qHash(const Step &step, size_t seed) noexcept
{
    return qHashMulti(seed, step.name, step.index);
}

size_t qHash(const Path &path, size_t seed) noexcept
{
    return qHashRange(path.steps().cbegin(), path.steps().cend(), seed);
}

} // namespace braketeer::job
