#include "gui/storage/previewdialog.h"

#include "gui/kit/measures.h"
#include "gui/storage/previewtext.h"
#include "gui/storage/storagewords.h"

#include <QBuffer>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QImageReader>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QTableWidget>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr qint64 headBytes = qint64(64) * 1024;
constexpr qint64 mostImageBytes = qint64(4) * 1024 * 1024;
constexpr qint64 mostPixels = 16'000'000;
constexpr int imageMegabytes = 96; ///< what decoding may take in memory
constexpr qsizetype hexBytes = 4096;
constexpr int mostRows = 200;
constexpr int mostColumns = 50;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Preview)
};

struct Decoded
{
    QImage image;
    QSize size; ///< of the whole picture
    QString trouble;
};

/// Any thread. Says no before it reads what would be too large.
Decoded decoded(QByteArray bytes, QSize fit)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, imageFormat(bytes));
    reader.setAutoDetectImageFormat(false);
    QImageReader::setAllocationLimit(imageMegabytes);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > mostPixels)
        return {{}, {}, Text::tr("The image is damaged, or has more pixels than a preview shows.")};
    if (size.width() > fit.width() || size.height() > fit.height())
        reader.setScaledSize(size.scaled(fit, Qt::KeepAspectRatio));
    QImage image = reader.read();
    return {image, size,
            image.isNull() ? Text::tr("The image cannot be shown: %1.").arg(reader.errorString()) : QString()};
}

} // namespace

PreviewDialog::PreviewDialog(std::shared_ptr<const StorageAccess> access, const ListedObject &object, QWidget *parent)
    : QDialog(parent)
    , m_access(std::move(access))
    , m_object(object)
    , m_layout(new QVBoxLayout(this))
    , m_note(new QLabel(tr("Reading…")))
{
    setObjectName(u"previewDialog"_s);
    setWindowTitle(tr("Preview of %1").arg(shownName(lastPart(object.place))));
    m_note->setObjectName(u"noteLabel"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_layout->addWidget(m_note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 30);
    read();
}

PreviewDialog::~PreviewDialog()
{
    m_cancel.cancel();
}

QCoro::Task<> PreviewDialog::read()
{
    const QPointer<PreviewDialog> self(this);
    auto bytes = co_await m_access->read(m_object.place, 0, headBytes, m_cancel);
    if (!self)
        co_return;
    const bool image = bytes && !imageFormat(*bytes).isEmpty();
    if (image && m_object.size > headBytes && m_object.size <= mostImageBytes) {
        bytes = co_await m_access->read(m_object.place, 0, mostImageBytes, m_cancel);
        if (!self)
            co_return;
    }
    if (bytes)
        show(*bytes);
    else
        m_note->setText(bytes.error().text());
}

void PreviewDialog::show(const QByteArray &bytes)
{
    const bool whole = bytes.size() >= m_object.size;
    m_note->setText(whole ? sizeText(m_object.size)
                          : tr("The first %1 of %2").arg(sizeText(bytes.size()), sizeText(m_object.size)));
    switch (previewKind(bytes, m_object.place.key)) {
    case PreviewKind::Image:
        if (whole)
            decode(bytes);
        else
            m_note->setText(tr("An image of %1: previews show images of up to %2.")
                                .arg(sizeText(m_object.size), sizeText(mostImageBytes)));
        break;
    case PreviewKind::Table:
        showTable(bytes);
        break;
    case PreviewKind::Json:
        showText(indentedJson(previewText(bytes)), false);
        break;
    case PreviewKind::Text:
        showText(previewText(bytes), true);
        break;
    case PreviewKind::Binary:
        showText(hexLines(bytes.first(qMin(bytes.size(), hexBytes))), false);
        break;
    }
}

void PreviewDialog::put(QWidget *content)
{
    m_layout->insertWidget(1, content, 1);
    content->setFocus(Qt::OtherFocusReason);
}

void PreviewDialog::showText(const QString &text, bool wrap)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(u"textView"_s);
    edit->setAccessibleName(tr("Text of the object"));
    edit->setReadOnly(true);
    edit->setFont(codeFont(font()));
    edit->setLineWrapMode(wrap ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    edit->setPlainText(text);
    put(edit);
}

void PreviewDialog::showTable(const QByteArray &bytes)
{
    const QList<QStringList> rows = tableRows(previewText(bytes), bytes.size() < m_object.size, mostRows, mostColumns);
    if (rows.isEmpty()) {
        showText(previewText(bytes), false);
        return;
    }
    auto *table = new QTableWidget(int(rows.size()) - 1, int(rows.constFirst().size()));
    table->setObjectName(u"tableView"_s);
    table->setAccessibleName(tr("First rows of the table"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalHeaderLabels(rows.constFirst());
    for (int row = 1; row < rows.size(); ++row) {
        for (int column = 0; column < qMin(table->columnCount(), int(rows.at(row).size())); ++column)
            table->setItem(row - 1, column, new QTableWidgetItem(rows.at(row).at(column)));
    }
    put(table);
}

void PreviewDialog::decode(const QByteArray &bytes)
{
    // On another thread: a large picture takes longer than a frame.
    const QPointer<PreviewDialog> self(this);
    const QSize fit = QSize(2048, 2048);
    QThreadPool::globalInstance()->start([self, bytes, fit] {
        const Decoded result = decoded(bytes, fit);
        QMetaObject::invokeMethod(
            qApp,
            [self, result] {
                if (self)
                    self->showImage(result.image, result.size, result.trouble);
            },
            Qt::QueuedConnection);
    });
}

void PreviewDialog::showImage(const QImage &image, QSize size, const QString &trouble)
{
    if (image.isNull()) {
        m_note->setText(trouble);
        return;
    }
    m_note->setText(tr("%1, %2 × %3 pixels").arg(sizeText(m_object.size)).arg(size.width()).arg(size.height()));
    auto *label = new QLabel;
    label->setObjectName(u"imageLabel"_s);
    label->setAccessibleName(tr("Image"));
    label->setAlignment(Qt::AlignCenter);
    label->setPixmap(QPixmap::fromImage(image));
    auto *area = new QScrollArea;
    area->setObjectName(u"imageView"_s);
    area->setAccessibleName(tr("Image"));
    area->setWidgetResizable(true);
    area->setWidget(label);
    put(area);
}

} // namespace braketeer::gui
