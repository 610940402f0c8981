#include "archive/pack/ignoring.h"

#include "archive/ignore/builtin.h"
#include "archive/pack/disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace braketeer::archive {
namespace {

constexpr qint64 longestGitignore = 1 << 20;

/// The folder that holds `.git`, upwards from `folder`; `folder` itself when there is none.
QByteArray repositoryOf(const QByteArray &folder)
{
    for (QByteArray place = folder; place.size() > 1; place.truncate(std::max<qsizetype>(place.lastIndexOf('/'), 0))) {
        if (entryAt(place + "/.git"))
            return place;
    }
    return folder;
}

QByteArray absoluteOutput(const QString &output)
{
    if (output.isEmpty())
        return {};
    const QFileInfo info(output);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QByteArray() : QFile::encodeName(QDir(folder).filePath(info.fileName()));
}

QString shown(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

} // namespace

Ignoring::Ignoring(const QByteArray &folder, const PackOptions &options)
    : m_folder(folder), m_output(absoluteOutput(options.output)), m_useGitignore(options.useGitignore)
{
    if (!m_useGitignore)
        return;
    const QByteArray top = repositoryOf(folder);
    if (top == folder)
        return;
    m_fromTop = folder.sliced(top.size() + 1) + '/';
    QByteArray base;
    for (const QByteArray &part : m_fromTop.chopped(1).split('/')) {
        const QByteArray text = readStart(top + '/' + base + ".gitignore", longestGitignore);
        m_levels.append({base, ignore::Gitignore::parse(text), !text.isEmpty()});
        base += part + '/';
    }
}

void Ignoring::enter(const QByteArray &path, const QByteArrayList &names)
{
    Level level;
    level.base = m_fromTop + (path.isEmpty() ? path : path + '/');
    if (m_useGitignore && names.contains(".gitignore")) {
        const QByteArray place = path.isEmpty() ? m_folder : m_folder + '/' + path;
        level.rules = ignore::Gitignore::parse(readStart(place + "/.gitignore", longestGitignore));
        level.present = true;
    }
    m_levels.append(std::move(level));
}

void Ignoring::leave()
{
    m_levels.removeLast();
}

/// The archive itself, and what is left of it when its writing was killed: its name with a dot and six letters.
bool Ignoring::isOutput(const QByteArray &onDisk) const
{
    if (m_output.isEmpty() || !onDisk.startsWith(m_output))
        return false;
    const QByteArrayView rest = QByteArrayView(onDisk).sliced(m_output.size());
    return rest.isEmpty() || (rest.size() == 7 && rest.front() == '.' && !rest.sliced(1).contains('.'));
}

std::optional<IgnoredPath> Ignoring::judge(const QByteArray &path, const QByteArray &onDisk, bool folder) const
{
    const QByteArrayView name = QByteArrayView(path).sliced(path.lastIndexOf('/') + 1);
    if (const auto reason = ignore::builtinReason(name))
        return IgnoredPath{shown(path), folder, *reason, shown(name.toByteArray())};
    if (isOutput(onDisk))
        return IgnoredPath{shown(path), folder, IgnoreReason::Output, shown(name.toByteArray())};
    if (folder) {
        for (const char *mark : ignore::environmentMarks) {
            if (entryAt(onDisk + '/' + mark))
                return IgnoredPath{shown(path), true, IgnoreReason::VirtualEnvironment, QString::fromLatin1(mark)};
        }
    }
    const QByteArray fromTop = m_fromTop + path;
    for (auto level = m_levels.crbegin(); level != m_levels.crend(); ++level) {
        if (!level->present)
            continue;
        const auto *rule = level->rules.find(QByteArrayView(fromTop).sliced(level->base.size()), folder);
        if (!rule)
            continue;
        if (rule->negated)
            return {};
        return IgnoredPath{
            shown(path), folder, IgnoreReason::Gitignore,
            QStringLiteral("%1.gitignore:%2: %3").arg(shown(level->base)).arg(rule->line).arg(shown(rule->text))};
    }
    return {};
}

} // namespace braketeer::archive
