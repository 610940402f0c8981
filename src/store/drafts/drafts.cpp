#include "store/drafts/drafts.h"

#include "store/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace braketeer::store {

Drafts::Drafts(QString path, QObject *parent) : QObject(parent), m_path(std::move(path))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayInMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto written = flush();
        if (!written && !m_failing)
            Q_EMIT failed(written.error());
        m_failing = !written;
    });
}

Drafts::~Drafts()
{
    (void)flush();
}

std::optional<Draft> Drafts::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    if (!object[u"document"_s].isString()) {
        QFile::rename(m_path, nameToKeepAside(m_path));
        return std::nullopt;
    }
    return Draft{object[u"document"_s].toString().toUtf8(), object[u"fileName"_s].toString(),
                 object[u"modified"_s].toBool()};
}

void Drafts::save(Draft draft)
{
    m_waiting = std::move(draft);
    if (!m_timer.isActive()) // not restarted: a person who never stops typing is saved too
        m_timer.start();
}

core::Result<> Drafts::flush()
{
    m_timer.stop();
    if (!m_waiting)
        return {};
    if (auto made = makePrivateFolder(QFileInfo(m_path).path()); !made)
        return made;
    QSaveFile file(m_path);
    const QJsonObject object{{u"document"_s, QString::fromUtf8(m_waiting->document)},
                             {u"fileName"_s, m_waiting->fileName},
                             {u"modified"_s, m_waiting->modified}};
    // QSaveFile makes its temporary file 0600; a file that is replaced hands its own rights on.
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(object).toJson(QJsonDocument::Compact)) >= 0 && file.commit()) {
        m_waiting.reset();
        return {};
    }
    return core::fail(core::Error::Kind::Store,
                      QCoreApplication::translate("Drafts", "The draft cannot be kept in %1: %2. Save your work to a "
                                                            "file of its own.")
                          .arg(QDir::toNativeSeparators(m_path), file.errorString()));
}

void Drafts::clear()
{
    m_timer.stop();
    m_waiting.reset();
    QFile::remove(m_path);
}

} // namespace braketeer::store
