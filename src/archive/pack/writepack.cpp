#include "archive/pack.h"
#include "archive/pack/disk.h"
#include "archive/pack/filereader.h"
#include "archive/tools.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace braketeer::archive {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pack)
};

/// 1980-01-01: not 0, because tools that make a zip of what was unpacked refuse anything older.
constexpr qint64 modified = 315'532'800;

core::Result<> checkPlan(const PackPlan &plan, const QByteArray &output)
{
    QStringList errors;
    for (const Warning &warning : plan.warnings) {
        if (warning.severity == Severity::Error)
            errors << warning.message;
    }
    if (errors.size() > 1)
        return core::fail(Error::Kind::Usage,
                          Text::tr("%1 (And %n more.)", nullptr, int(errors.size()) - 1).arg(errors.first()));
    if (!errors.isEmpty())
        return core::fail(Error::Kind::Usage, errors.first());
    const auto there = targetAt(output);
    const bool isInput = there && std::ranges::any_of(plan.files, [&](const PlannedFile &file) {
                             return file.identity.device == there->identity.device
                                    && file.identity.inode == there->identity.inode;
                         });
    if (isInput)
        return core::fail(Error::Kind::Usage,
                          Text::tr("%1 is one of the things that are packed: give the archive another name.")
                              .arg(QFile::decodeName(output)));
    return {};
}

class Packing
{
public:
    Packing(const PackPlan &plan, const QString &output, const PackProgress &progress, Stop stop)
        : m_plan(plan), m_progress(progress), m_stop(std::move(stop)), m_file(output)
    {
    }

    core::Result<Packed> run()
    {
        const auto tools = loadTools();
        if (!tools)
            return core::fail(tools.error());
        if (!m_file.open(QIODevice::WriteOnly))
            return core::fail(notWritten());
        auto writer = (*tools)->write([this](QByteArrayView bytes) { return take(bytes); });
        if (!writer)
            return core::fail(writer.error());
        m_writer = std::move(*writer);
        for (const PlannedFile &file : m_plan.files) {
            if (auto added = add(file); !added)
                return core::fail(added.error());
        }
        if (auto finished = m_writer->finish(); !finished)
            return core::fail(finished.error());
        if (m_stop.stop_requested())
            return core::fail(stopped());
        const qint64 size = m_file.size();
        if (!m_file.commit())
            return core::fail(notWritten());
        return Packed{QFileInfo(m_file.fileName()).absoluteFilePath(), size, m_hash.result(), m_plan.totalSize,
                      int(std::ranges::count(m_plan.files, false, &PlannedFile::folder))};
    }

private:
    core::Result<> take(QByteArrayView bytes)
    {
        m_hash.addData(bytes);
        if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
            return core::fail(notWritten());
        return {};
    }

    Error notWritten() const
    {
        Error error;
        error.message = Text::tr("The archive %1 cannot be written: %2.").arg(m_file.fileName(), m_file.errorString());
        error.suggestion = Text::tr("Nothing was left behind; choose another place, or make room there.");
        return error;
    }

    core::Result<> add(const PlannedFile &file)
    {
        const NewMember member{file.path.toUtf8(), file.folder, file.executable, file.size, modified};
        if (auto added = m_writer->add(member); !added || file.folder)
            return added;
        FileReader reader(file);
        for (;;) {
            if (m_stop.stop_requested())
                return core::fail(stopped());
            const auto bytes = reader.next();
            if (!bytes)
                return core::fail(bytes.error());
            if (bytes->isEmpty())
                return {};
            if (auto written = m_writer->write(*bytes); !written)
                return written;
            m_done += bytes->size();
            if (m_progress)
                m_progress(m_done, m_plan.totalSize);
        }
    }

    const PackPlan &m_plan;
    const PackProgress &m_progress;
    const Stop m_stop;
    QSaveFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_done = 0;
    std::unique_ptr<ArchiveWriter> m_writer; ///< the last member: it may still write while it goes
};

} // namespace

core::Result<Packed> writePack(const PackPlan &plan, const QString &output, const PackProgress &progress, Stop stop)
{
    if (auto checked = checkPlan(plan, QFile::encodeName(output)); !checked)
        return core::fail(checked.error());
    return Packing(plan, output, progress, std::move(stop)).run();
}

} // namespace braketeer::archive
