#include "gui/storage/localfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int filesPerSlice = 200;

bool isPlain(QStringView segment)
{
    return !segment.isEmpty() && segment != u"." && segment != u".."
           && std::none_of(segment.cbegin(), segment.cend(), [](QChar letter) {
                  return letter.unicode() < 0x20 || letter == u'/' || letter == u'\\' || letter.unicode() == 0x7f;
              });
}

} // namespace

LocalFiles::LocalFiles(const QStringList &paths, QObject *parent) : QObject(parent), m_paths(paths)
{
    connect(&m_timer, &QTimer::timeout, this, &LocalFiles::walk);
}

LocalFiles::~LocalFiles() = default;

void LocalFiles::start()
{
    m_timer.start(0);
}

void LocalFiles::walk()
{
    for (int count = 0; count < filesPerSlice; ++count) {
        if (m_folder && m_folder->hasNext()) {
            const QString file = m_folder->next();
            Q_EMIT found(file, QDir(m_above).relativeFilePath(file));
            continue;
        }
        m_folder.reset();
        if (m_paths.isEmpty()) {
            m_timer.stop();
            Q_EMIT done();
            return;
        }
        const QFileInfo next(m_paths.takeFirst());
        if (next.isDir()) {
            m_above = next.absolutePath();
            m_folder = std::make_unique<QDirIterator>(next.absoluteFilePath(), QDir::Files | QDir::Hidden,
                                                      QDirIterator::Subdirectories);
        } else if (next.isFile()) {
            Q_EMIT found(next.absoluteFilePath(), next.fileName());
        }
    }
}

QString fileNameFor(const QString &name)
{
    QString kept = name;
    std::replace_if(
        kept.begin(), kept.end(), [](QChar letter) { return !isPlain(QString(letter)) && letter != u'.'; },
        QChar(u'_'));
    return isPlain(kept) ? kept : u"object"_s;
}

std::optional<QString> fileBelow(const QString &folder, const QString &name)
{
    const QStringList segments = name.split(u'/');
    if (!std::all_of(segments.cbegin(), segments.cend(), [](const QString &segment) { return isPlain(segment); }))
        return std::nullopt;
    return QDir(folder).filePath(name);
}

} // namespace braketeer::gui
