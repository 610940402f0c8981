#include "gui/storage/deletedialog.h"

#include "gui/storage/storagewords.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

DeleteDialog::DeleteDialog(std::shared_ptr<const StorageAccess> access, QList<ListedObject> objects, QWidget *parent)
    : QDialog(parent)
    , m_access(std::move(access))
    , m_objects(std::move(objects))
    , m_question(new QLabel)
    , m_details(new QLabel)
{
    setObjectName(u"deleteDialog"_s);
    setWindowTitle(tr("Delete from S3"));
    auto *layout = new QVBoxLayout(this);
    for (QLabel *label : {m_question, m_details}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
        layout->addWidget(label);
    }
    m_question->setObjectName(u"questionLabel"_s);
    m_details->setObjectName(u"detailsLabel"_s);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_yes = buttons->addButton(tr("&Delete"), QDialogButtonBox::ActionRole);
    m_yes->setObjectName(u"deleteButton"_s);
    m_yes->setAutoDefault(false); // nobody deletes by pressing Enter once too often
    m_yes->setEnabled(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    layout->addWidget(buttons);
    connect(m_yes, &QAbstractButton::clicked, this, [this] { carryOut(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showCount(false);
    count();
}

DeleteDialog::~DeleteDialog()
{
    m_cancel.cancel();
    if (m_done > 0)
        Q_EMIT deleted(m_done);
}

QCoro::Task<> DeleteDialog::count()
{
    const QPointer<DeleteDialog> self(this);
    for (const ListedObject &object : m_objects) {
        if (!object.folder) {
            m_found.append(object.place);
            m_bytes += object.size;
            continue;
        }
        flows::ListQuery query;
        query.place = object.place;
        query.recursive = true;
        do {
            const auto page = co_await m_access->listPage(query, m_cancel);
            if (!self)
                co_return;
            if (!page) {
                showTrouble(page.error());
                co_return;
            }
            for (const flows::ObjectEntry &entry : page->entries) {
                m_found.append({object.place.bucket, entry.key});
                m_bytes += entry.size;
            }
            query.continuationToken = page->nextToken;
            showCount(false);
        } while (!query.continuationToken.isEmpty());
    }
    showCount(true);
    m_yes->setEnabled(!m_found.isEmpty());
}

void DeleteDialog::showCount(bool complete)
{
    const int count = int(m_found.size());
    const bool single = m_objects.size() == 1;
    if (!complete)
        m_question->setText(
            tr("Counting what would be deleted: %n object(s), %1 so far…", nullptr, count).arg(sizeText(m_bytes)));
    else if (single && !m_objects.constFirst().folder)
        m_question->setText(tr("Delete %1 (%2)?").arg(m_objects.constFirst().place.toString(), sizeText(m_bytes)));
    else
        m_question->setText(tr("Delete %n object(s), %1 in all?", nullptr, count).arg(sizeText(m_bytes)));
    QStringList places;
    for (const ListedObject &object : m_objects.first(qMin(m_objects.size(), qsizetype(5))))
        places.append(object.place.toString());
    if (m_objects.size() > places.size())
        places.append(tr("… and %n more.", nullptr, int(m_objects.size() - places.size())));
    m_details->setText((single && !m_objects.constFirst().folder ? QString() : places.join(u'\n') + u"\n\n"_s)
                       + tr("In a bucket without versions this cannot be undone."));
}

QCoro::Task<> DeleteDialog::carryOut()
{
    const QPointer<DeleteDialog> self(this);
    m_yes->setEnabled(false);
    m_question->setText(tr("Deleting %n object(s)…", nullptr, int(m_found.size())));
    m_details->setText({});
    const auto progress = [self](int done, int total) {
        if (!self)
            return;
        self->m_done = done;
        self->m_question->setText(tr("Deleted %1 of %2…").arg(QLocale().toString(done), QLocale().toString(total)));
    };
    const auto count = co_await m_access->remove(m_found, progress, m_cancel);
    if (!self)
        co_return;
    if (!count) {
        showTrouble(count.error());
        co_return;
    }
    m_done = *count;
    accept();
}

void DeleteDialog::showTrouble(const core::Error &error)
{
    m_yes->setEnabled(false);
    m_question->setText(tr("Not everything could be deleted."));
    m_details->setText(error.text());
}

} // namespace braketeer::gui
