#include "job/rules/modelfixes.h"

#include "job/jobspec.h"
#include "job/rules/pattern.h"
#include "job/rules/places.h"
#include "job/rules/say.h"
#include "job/schema/schema.h"

#include <QRegularExpression>

#include <algorithm>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

bool fits(const Member &member, const QString &text)
{
    const qsizetype length = codePoints(text);
    return length >= member.length.min && (member.length.max < 0 || length <= member.length.max)
           && (!member.pattern || matches(member.pattern, text));
}

QString repairedName(const Member &member, const QString &text)
{
    static const QRegularExpression notAllowed(u"[^A-Za-z0-9-]+"_s);
    static const QRegularExpression edges(u"^-+|-+$"_s);
    QString name = text.trimmed().replace(notAllowed, u"-"_s).remove(edges);
    return name.left(member.length.max).remove(edges);
}

bool isFiller(QChar c)
{
    return c == u'-' || c == u'_' || c == u' ';
}

/// "job-name", "JobName" and "job_name" are one name. Nothing is copied, for a document may have any number of names.
bool isSameName(QStringView left, QLatin1StringView right)
{
    qsizetype l = 0;
    qsizetype r = 0;
    for (;;) {
        while (l < left.size() && isFiller(left[l]))
            ++l;
        while (r < right.size() && isFiller(right[r]))
            ++r;
        if (l == left.size() || r == right.size())
            return l == left.size() && r == right.size();
        if (left[l++].toLower() != QChar(right[r++]).toLower())
            return false;
    }
}

Fix replace(const QString &label, const Path &parentPath, Value parent)
{
    return {label, parentPath, std::move(parent)};
}

Fix rename(const Value &parent, const QString &from, const QString &to, const Path &parentPath)
{
    Value mended = parent;
    for (Value::Entry &entry : mended.entries()) {
        if (entry.key == from)
            entry.key = to;
    }
    return replace(Rules::tr("Rename it to %1").arg(to), parentPath, std::move(mended));
}

/// Members of the API's first years that have no successor.
bool isGone(const Path &parentPath, const QString &name)
{
    const QString path = parentPath.child(name).schemaPath();
    return path == "stoppingCondition.maximumTaskLimit"_L1 || path == "inputDataConfig[].compressionType"_L1
           || path == "inputDataConfig[].dataSource.s3DataSource.s3DataType"_L1;
}

/// The image once stood inside the script; today it stands beside it.
std::optional<Fix> fixForImageInScript(const JobSpec &spec)
{
    const Path image = scriptPath().parent().child(u"containerImage"_s);
    const Path misplaced = scriptPath().child(u"containerImage"_s);
    if (spec.find(image))
        return std::nullopt;
    JobSpec mended = spec;
    mended.set(image, *spec.find(misplaced));
    mended.remove(misplaced);
    return replace(Rules::tr("Move the container image beside the script"), scriptPath().parent(),
                   *mended.find(scriptPath().parent()));
}

/// {"priorityAccess": {"devices": ["arn"]}} was what {"device": "arn"} is today.
std::optional<Fix> fixForPriorityAccess(const Value &parent, const QString &name, const Path &parentPath)
{
    if (parentPath.toString() != "deviceConfig"_L1 || name != "priorityAccess"_L1 || parent.find(u"device"))
        return std::nullopt;
    const Value *devices = parent.find(name)->find(u"devices");
    if (!devices || devices->items().size() != 1 || !devices->items().first().isText())
        return std::nullopt;
    Value mended = parent;
    mended.erase(name);
    mended.insert(u"device"_s, devices->items().first());
    return replace(Rules::tr("Name the device as the API does today"), parentPath, std::move(mended));
}

} // namespace

std::optional<Fix> fixForType(const Member &member, const Value &value, const Path &path)
{
    if (member.type == Type::Text && (value.isNumber() || value.isBoolean())) {
        const QString text = value.isNumber() ? value.toText() : value.toBoolean() ? u"true"_s : u"false"_s;
        return Fix{Rules::tr("Write it as text"), path, Value::text(text)};
    }
    if (member.type == Type::Integer && (value.isText() || value.isNumber())) {
        static const QRegularExpression whole(uR"(\A(-?[0-9]+)(?:\.0+)?\z)"_s);
        const QRegularExpressionMatch match = whole.match(value.toText().trimmed());
        if (match.hasMatch())
            return Fix{Rules::tr("Write it as a number"), path, Value::number(match.captured(1))};
    }
    if (member.type == Type::List && value.isMap())
        return Fix{Rules::tr("Make it a list of one"), path, Value::list({value})};
    return std::nullopt;
}

std::optional<Fix> fixForText(const Member &member, const QString &text, const Path &path)
{
    QString mended = text.trimmed();
    if (QLatin1StringView(member.path) == "jobName"_L1)
        mended = repairedName(member, text);
    else if (text.contains(u'\n'))
        mended = text.simplified();
    if (mended == text || mended.isEmpty() || !fits(member, mended))
        return std::nullopt;
    return useText(path, mended);
}

std::optional<Fix> fixForEnum(const Member &member, const QString &text, const Path &path)
{
    const QString wanted = text.trimmed().toLower();
    for (const char *name : member.values) {
        const QString value = QLatin1StringView(name).toString();
        const QString folded = value.toLower();
        if (folded == wanted || folded == u"ml."_s + wanted)
            return useText(path, value);
    }
    return std::nullopt;
}

const Member *memberMeant(const QList<const Member *> &members, QStringView name)
{
    const auto meant = std::ranges::find_if(
        members, [name](const Member *member) { return isSameName(name, job::name(*member)); });
    return meant == members.cend() ? nullptr : *meant;
}

std::optional<Fix> fixForUnknown(const Member *meant, const Value &root, const Value &parent, const QString &name,
                                 const Path &parentPath)
{
    if (meant)
        return rename(parent, name, job::name(*meant), parentPath);
    if (isGone(parentPath, name)) {
        Value mended = parent;
        mended.erase(name);
        return replace(Rules::tr("Remove it"), parentPath, std::move(mended));
    }
    if (parentPath == scriptPath() && name == "containerImage"_L1)
        return fixForImageInScript(JobSpec(root));
    return fixForPriorityAccess(parent, name, parentPath);
}

} // namespace braketeer::job::rules
