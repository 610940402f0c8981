#include "gui/storage/propertiesdialog.h"

#include "flows/storage/address.h"
#include "gui/storage/storagewords.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

PropertiesDialog::PropertiesDialog(std::shared_ptr<const StorageAccess> access, const ListedObject &object,
                                   QWidget *parent)
    : QDialog(parent), m_access(std::move(access)), m_form(new QFormLayout), m_note(new QLabel)
{
    setObjectName(u"propertiesDialog"_s);
    setWindowTitle(tr("Properties of %1").arg(shownName(lastPart(object.place))));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    m_note->setObjectName(u"noteLabel"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    add(tr("URI"), object.place.toString(), "uri");
    add(tr("ARN"), flows::arnOf(object.place, m_access->region), "arn");
    if (object.folder)
        askRegion(object.place.bucket);
    else
        ask(object.place);
}

PropertiesDialog::~PropertiesDialog()
{
    m_cancel.cancel();
}

void PropertiesDialog::add(const QString &title, const QString &text, const char *name)
{
    if (text.isEmpty())
        return;
    // Keys have up to 1024 characters and seldom one to break a line at: a line that scrolls shows and gives them all.
    auto *line = new QLineEdit(text);
    line->setObjectName(QLatin1StringView(name));
    line->setReadOnly(true);
    line->setFrame(false);
    line->setMinimumWidth(fontMetrics().averageCharWidth() * 80);
    line->setCursorPosition(0);
    QPalette palette = line->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    line->setPalette(palette);
    auto *label = new QLabel(title);
    label->setTextFormat(Qt::PlainText); // metadata has names of its own
    label->setBuddy(line);
    line->setAccessibleName(title);
    m_form->addRow(label, line);
}

QCoro::Task<> PropertiesDialog::ask(core::S3Uri place)
{
    const QPointer<PropertiesDialog> self(this);
    m_note->setText(tr("Asking S3…"));
    const auto facts = co_await m_access->inspect(place, m_cancel);
    if (!self)
        co_return;
    m_note->setText(facts ? QString() : facts.error().text());
    m_note->setVisible(!facts);
    if (facts)
        showFacts(*facts);
}

void PropertiesDialog::showFacts(const flows::ObjectFacts &facts)
{
    const QString size = sizeText(facts.size);
    add(tr("Size"), facts.size < 1024 ? size : tr("%1 (%2 bytes)").arg(size, QLocale().toString(facts.size)), "size");
    add(tr("Modified"), facts.modified.isValid() ? QLocale().toString(facts.modified.toLocalTime()) : QString(),
        "modified");
    add(tr("Region"), facts.region, "region");
    add(tr("Storage class"), facts.storageClass, "storageClass");
    add(tr("Content type"), facts.contentType, "contentType");
    add(tr("Content encoding"), facts.contentEncoding, "contentEncoding");
    add(tr("Encryption"), facts.encryption, "encryption");
    add(tr("Version"), facts.versionId, "version");
    add(tr("ETag"), facts.eTag, "eTag");
    for (auto sum = facts.checksums.cbegin(); sum != facts.checksums.cend(); ++sum)
        add(sum.key(), sum.value(), "checksum");
    for (auto word = facts.metadata.cbegin(); word != facts.metadata.cend(); ++word)
        add(word.key(), word.value(), "metadata");
}

QCoro::Task<> PropertiesDialog::askRegion(QString bucket)
{
    const QPointer<PropertiesDialog> self(this);
    const auto region = co_await m_access->bucketRegion(bucket, m_cancel);
    if (!self)
        co_return;
    m_note->setVisible(!region);
    if (region)
        add(tr("Region"), *region, "region");
    else
        m_note->setText(region.error().text());
}

} // namespace braketeer::gui
