#include "job/schema/schema.h"

#include "job/schema/algorithm.h"
#include "job/schema/basics.h"
#include "job/schema/compute.h"
#include "job/schema/device.h"
#include "job/schema/hyperparameters.h"
#include "job/schema/inputdata.h"
#include "job/schema/output.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace braketeer::job {

using namespace Qt::StringLiterals;

namespace {

template<size_t... Sizes>
constexpr auto joined(const Member (&...tables)[Sizes])
{
    std::array<Member, (Sizes + ...)> rows{};
    auto next = rows.begin();
    ((next = std::copy(std::begin(tables), std::end(tables), next)), ...);
    return rows;
}

constexpr auto rows = joined(basicsMembers, algorithmMembers, inputDataMembers, outputMembers, computeMembers,
                             deviceMembers, hyperParametersMembers);

/// "a.b" of "a.b.c", "a" of "a[]", "" of "a".
QLatin1StringView parentOf(QLatin1StringView path)
{
    if (path.endsWith("[]"_L1))
        return path.chopped(2);
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot < 0 ? QLatin1StringView() : path.left(dot);
}

struct Index
{
    QHash<QStringView, const Member *> byPath;
    QHash<QStringView, QList<const Member *>> byParent;
    QList<QString> texts; ///< what the views in the keys look at

    Index()
    {
        texts.reserve(qsizetype(rows.size()) * 2);
        for (const Member &member : rows) {
            const QLatin1StringView path(member.path);
            byPath.insert(texts.emplaceBack(path), &member);
            byParent[texts.emplaceBack(parentOf(path))].append(&member);
        }
    }
};

const Index &schemaIndex()
{
    static const Index index;
    return index;
}

QString translated(const char *text)
{
    return *text ? QCoreApplication::translate("Schema", text) : QString();
}

} // namespace

std::span<const Member> members()
{
    return rows;
}

const Member *findMember(QStringView schemaPath)
{
    return schemaIndex().byPath.value(schemaPath);
}

const QList<const Member *> &childrenOf(QStringView schemaPath)
{
    static const QList<const Member *> none;
    const auto &byParent = schemaIndex().byParent;
    const auto found = byParent.constFind(schemaPath);
    return found == byParent.cend() ? none : *found;
}

QList<const Member *> inModelOrder(QStringView schemaPath)
{
    QList<const Member *> children = childrenOf(schemaPath);
    std::ranges::sort(children, {}, &Member::position);
    return children;
}

QLatin1StringView name(const Member &member)
{
    const QLatin1StringView path(member.path);
    const QLatin1StringView parent = parentOf(path);
    if (path.endsWith("[]"_L1) || parent.isEmpty())
        return path.mid(parent.size());
    return path.mid(parent.size() + 1);
}

QString label(const Member &member)
{
    return translated(member.label);
}

QString help(const Member &member)
{
    return translated(member.help);
}

QString defaultText(const Member &member)
{
    return translated(member.defaultText);
}

QString title(Section section)
{
    switch (section) {
    case Section::Basics:
        return QCoreApplication::translate("Schema", "Basics");
    case Section::Algorithm:
        return QCoreApplication::translate("Schema", "Algorithm");
    case Section::InputData:
        return QCoreApplication::translate("Schema", "Input data");
    case Section::Output:
        return QCoreApplication::translate("Schema", "Output");
    case Section::Compute:
        return QCoreApplication::translate("Schema", "Compute");
    case Section::Device:
        return QCoreApplication::translate("Schema", "Device");
    case Section::HyperParameters:
        return QCoreApplication::translate("Schema", "Hyperparameters");
    }
    return {};
}

} // namespace braketeer::job
