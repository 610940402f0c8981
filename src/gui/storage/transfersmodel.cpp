#include "gui/storage/transfersmodel.h"

#include "gui/kit/icons.h"
#include "gui/storage/storagewords.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

using flows::TransferState;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transfers)
};

const char *const titles[TransfersModel::ColumnCount] = {
    QT_TRANSLATE_NOOP("Transfers", "File"),  QT_TRANSLATE_NOOP("Transfers", "Place in S3"),
    QT_TRANSLATE_NOOP("Transfers", "Done"),  QT_TRANSLATE_NOOP("Transfers", "State"),
    QT_TRANSLATE_NOOP("Transfers", "Speed"), QT_TRANSLATE_NOOP("Transfers", "Time left")};

/// The words of a job's status that have the same icon.
QString iconKey(TransferState state)
{
    switch (state) {
    case TransferState::Running:
    case TransferState::Verifying:
        return u"RUNNING"_s;
    case TransferState::Done:
        return u"COMPLETED"_s;
    case TransferState::Failed:
        return u"FAILED"_s;
    case TransferState::Cancelled:
        return u"CANCELLED"_s;
    case TransferState::Queued:
    case TransferState::Paused:
        break;
    }
    return u"QUEUED"_s;
}

QString progressText(const flows::TransferStatus &status)
{
    if (status.bytesTotal < 0)
        return status.bytesDone > 0 ? sizeText(status.bytesDone) : QString();
    if (status.state == TransferState::Done)
        return sizeText(status.bytesTotal);
    return Text::tr("%1 of %2").arg(sizeText(status.bytesDone), sizeText(status.bytesTotal));
}

QString timeText(std::chrono::seconds left)
{
    const qint64 seconds = left.count();
    if (seconds < 60)
        return Text::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Text::tr("%1 min").arg((seconds + 59) / 60);
    return Text::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString textOf(const flows::TransferStatus &status, int column)
{
    switch (column) {
    case TransfersModel::Name:
        return QFileInfo(status.path).fileName();
    case TransfersModel::Place:
        return status.place.toString();
    case TransfersModel::Progress:
        return progressText(status);
    case TransfersModel::State:
        return stateWord(status.state);
    case TransfersModel::Rate:
        return status.state == TransferState::Running && status.bytesPerSecond > 0
                   ? Text::tr("%1/s").arg(sizeText(qint64(status.bytesPerSecond)))
                   : QString();
    default:
        return status.state == TransferState::Running && status.timeLeft ? timeText(*status.timeLeft) : QString();
    }
}

QString proofText(flows::Proof proof)
{
    switch (proof) {
    case flows::Proof::Sha256:
        return Text::tr("SHA-256 was the same on both sides.");
    case flows::Proof::Crc32c:
        return Text::tr("CRC-32C was the same on both sides.");
    case flows::Proof::Sha1:
        return Text::tr("SHA-1 was the same on both sides.");
    case flows::Proof::Crc32:
        return Text::tr("CRC-32 was the same on both sides.");
    case flows::Proof::Crc64Nvme:
        return Text::tr("CRC-64/NVME was the same on both sides.");
    case flows::Proof::Length:
        return Text::tr("The server has no checksum; the length is right.");
    case flows::Proof::None:
        break;
    }
    return {};
}

QString tipOf(const flows::TransferStatus &status, int column)
{
    if (column == TransfersModel::State)
        return status.error ? status.error->text() : proofText(status.proof);
    return column == TransfersModel::Name ? status.path : QString();
}

} // namespace

QString stateWord(TransferState state)
{
    switch (state) {
    case TransferState::Queued:
        return Text::tr("Waiting");
    case TransferState::Running:
        return Text::tr("Running");
    case TransferState::Paused:
        return Text::tr("Paused");
    case TransferState::Verifying:
        return Text::tr("Verifying");
    case TransferState::Done:
        return Text::tr("Done");
    case TransferState::Failed:
        return Text::tr("Failed");
    case TransferState::Cancelled:
        return Text::tr("Cancelled");
    }
    return {};
}

int percentOf(const flows::TransferStatus &status)
{
    if (status.state == TransferState::Done)
        return 100;
    if (status.bytesTotal < 0)
        return -1;
    return status.bytesTotal == 0 ? 0 : int(qBound(qint64(0), status.bytesDone * 100 / status.bytesTotal, qint64(100)));
}

int TransfersModel::rowOf(qint64 id) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [id](const auto &row) { return row.id == id; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

void TransfersModel::take(const flows::TransferStatus &status)
{
    if (const int row = rowOf(status.id); row >= 0) {
        m_rows[row] = status;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_rows.prepend(status);
    endInsertRows();
}

void TransfersModel::remove(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void TransfersModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int TransfersModel::unfinishedCount(flows::Direction direction) const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [direction](const flows::TransferStatus &row) {
        return row.direction == direction && !flows::isAtEnd(row.state) && row.state != TransferState::Paused;
    }));
}

int TransfersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TransfersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TransfersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const flows::TransferStatus &status = m_rows.at(index.row());
    const bool upload = status.direction == flows::Direction::Upload;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(status, index.column());
    case Qt::AccessibleTextRole:
        // The arrow in words, for those who do not see it.
        return index.column() != Name ? textOf(status, index.column())
               : upload               ? Text::tr("Upload of %1").arg(textOf(status, Name))
                                      : Text::tr("Download of %1").arg(textOf(status, Name));
    case Qt::DecorationRole:
        if (index.column() == Name)
            return themeIcon(upload ? u"transfer-upload"_s : u"transfer-download"_s);
        return index.column() == State ? QVariant(statusIcon(iconKey(status.state))) : QVariant();
    case Qt::ToolTipRole: {
        const QString tip = tipOf(status, index.column());
        return tip.isEmpty() ? textOf(status, index.column()) : tip;
    }
    case PercentRole:
        return percentOf(status);
    default:
        return {};
    }
}

QVariant TransfersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return QCoreApplication::translate("Transfers", titles[section]);
}

} // namespace braketeer::gui
