#include "gui/storage/storagefields.h"

#include "flows/storage/address.h"
#include "flows/storage/defaults.h"
#include "gui/job/jobdocument.h"
#include "gui/kit/codeedit.h"
#include "gui/kit/fieldnote.h"
#include "gui/kit/pickbutton.h"
#include "gui/kit/s3uriedit.h"
#include "gui/storage/entrypointdialog.h"
#include "gui/storage/storagedesk.h"
#include "gui/storage/storagepicker.h"
#include "gui/storage/storagewords.h"

#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int lookDelay = 500;               ///< milliseconds after the last change
constexpr char adopted[] = "storageAdopted"; ///< the field is known already
constexpr char looked[] = "storageLooked";   ///< text that was last looked at

QString memberOf(const QWidget &field)
{
    return field.property("member").toString();
}

constexpr QStringView scriptMember = u"algorithmSpecification.scriptModeConfig.s3Uri";
constexpr QStringView entryPointMember = u"algorithmSpecification.scriptModeConfig.entryPoint";

/// The note below a field; null where it has none.
FieldNote *noteOf(const QWidget &field)
{
    return field.parentWidget() ? field.parentWidget()->findChild<FieldNote *>({}, Qt::FindDirectChildrenOnly)
                                : nullptr;
}

void say(const QWidget &field, const QString &fact)
{
    if (FieldNote *const note = noteOf(field))
        note->setFact(fact);
}

} // namespace

StorageFields::StorageFields(JobDocument &document, StorageDesk &desk, QWidget &form)
    : QObject(&form), m_document(document), m_desk(desk), m_form(form)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookDelay);
    connect(&m_soon, &QTimer::timeout, this, &StorageFields::lookAll);
    const auto later = [this] {
        adoptFields();
        m_soon.start();
    };
    connect(&document, &JobDocument::changed, this, later, Qt::QueuedConnection);
    connect(&document, &JobDocument::replaced, this, later, Qt::QueuedConnection);
    connect(&desk, &StorageDesk::accessChanged, this, [this] {
        for (S3UriEdit *edit : m_form.findChildren<S3UriEdit *>())
            edit->setProperty(looked, QVariant());
        m_soon.start();
    });
    adoptFields();
}

void StorageFields::adoptFields()
{
    for (S3UriEdit *edit : m_form.findChildren<S3UriEdit *>()) {
        if (!edit->property(adopted).toBool())
            adopt(*edit);
    }
    for (QLineEdit *line : m_form.findChildren<QLineEdit *>(u"entryPoint"_s)) {
        if (memberOf(*line) == entryPointMember && !line->property(adopted).toBool())
            adoptEntryPoint(*line);
    }
}

void StorageFields::adopt(S3UriEdit &edit)
{
    edit.setProperty(adopted, true);
    edit.installEventFilter(this);
    connect(&edit, &S3UriEdit::browseRequested, this, [this, &edit] { browse(edit); });
    if (memberOf(edit) != scriptMember)
        return;
    auto *menu = new QMenu(&edit.browseButton());
    menu->setObjectName(u"scriptMenu"_s);
    menu->addAction(tr("&Choose from S3…"), &edit, &S3UriEdit::browseRequested);
    menu->addAction(tr("&Upload a file…"), this, &StorageFields::uploadFileWanted);
    menu->addAction(tr("&Pack a folder and upload it…"), this, &StorageFields::packFolderWanted);
    edit.browseButton().setMenu(menu);
    edit.browseButton().setPopupMode(QToolButton::MenuButtonPopup);
}

void StorageFields::adoptEntryPoint(QWidget &line)
{
    line.setProperty(adopted, true);
    auto *button = new PickButton(static_cast<QLineEdit &>(line), tr("Choose…"));
    button->setObjectName(u"chooseEntryPoint"_s);
    button->setAccessibleName(tr("Choose an entry point from the archive"));
    button->setToolTip(tr("Look inside the script archive and choose what to start"));
    connect(button, &QAbstractButton::clicked, this, &StorageFields::chooseEntryPoint);
    button->show();
}

void StorageFields::browse(S3UriEdit &edit)
{
    if (!m_desk.access()) {
        core::Error error;
        error.message = tr("There is no session to look into S3 with. Choose a profile, or the demo, in the toolbar.");
        Q_EMIT m_desk.failed(error);
        return;
    }
    const QString member = memberOf(edit);
    auto *picker = new StoragePicker(m_desk.access(), m_desk.memory(), placeKindOf(member), edit.window());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &StoragePicker::picked, &edit, [this, &edit](const core::S3Uri &place) {
        edit.enter(place.toString());
        m_document.endTyping();
        edit.setFocus(Qt::OtherFocusReason);
    });
    picker->open();
    picker->openAt(edit.text());
    if (placeKindOf(member) == PlaceKind::Prefix)
        offerDefaults(picker, member);
}

QCoro::Task<> StorageFields::offerDefaults(QPointer<QObject> picker, QString schemaPath)
{
    const QString name = m_document.text(job::Path::parse(u"jobName"));
    const auto bucket = co_await m_desk.access()->defaultBucket();
    if (!picker || !bucket)
        co_return;
    const flows::JobPlaces places = flows::jobPlaces(*bucket, name.isEmpty() ? u"job"_s : name,
                                                     QDateTime::currentDateTimeUtc());
    const bool output = schemaPath.startsWith(u"outputDataConfig");
    static_cast<StoragePicker *>(picker.data())
        ->offer({{output ? tr("Output") : tr("Checkpoints"), output ? places.output : places.checkpoints}});
}

bool StorageFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        m_soon.start();
    return QObject::eventFilter(watched, event);
}

void StorageFields::lookAll()
{
    if (!m_desk.access())
        return;
    for (S3UriEdit *edit : m_form.findChildren<S3UriEdit *>()) {
        if (edit->isVisible() && edit->property(looked).toString() != edit->text())
            look(*edit);
    }
}

void StorageFields::look(S3UriEdit &edit)
{
    edit.setProperty(looked, edit.text());
    say(edit, {});
    const auto address = flows::parseAddress(edit.text());
    if (!address)
        return;
    if (memberOf(edit) == scriptMember && !address->uri.key.isEmpty() && !address->uri.key.endsWith(u'/'))
        lookAtObject(&edit, address->uri);
    else
        lookAtBucket(&edit, address->uri);
}

QCoro::Task<> StorageFields::lookAtObject(QPointer<S3UriEdit> edit, core::S3Uri place)
{
    const auto access = m_desk.access();
    const QString text = edit->text();
    const auto facts = co_await access->inspect(place, {});
    if (!edit || edit->text() != text)
        co_return;
    if (!facts) {
        if (facts.error().httpStatus != 404) // a finding says what is missing
            say(*edit, facts.error().text());
        co_return;
    }
    QString region = facts->region;
    if (region.isEmpty()) {
        const auto asked = co_await access->bucketRegion(place.bucket, {});
        if (!edit || edit->text() != text)
            co_return;
        region = asked.value_or(QString());
    }
    QStringList parts{sizeText(facts->size)};
    if (facts->modified.isValid())
        parts.append(tr("changed %1").arg(dayText(facts->modified, QDateTime::currentDateTimeUtc())));
    if (!region.isEmpty())
        parts.append(region == access->region ? region : tr("%1, but the job runs in %2").arg(region, access->region));
    say(*edit, parts.join(u", "_s));
}

QCoro::Task<> StorageFields::lookAtBucket(QPointer<S3UriEdit> edit, core::S3Uri place)
{
    const auto access = m_desk.access();
    const QString text = edit->text();
    const auto region = co_await access->bucketRegion(place.bucket, {});
    if (!edit || edit->text() != text)
        co_return;
    if (region && !access->region.isEmpty() && *region != access->region)
        say(*edit, tr("%1, but the job runs in %2").arg(*region, access->region));
}

void StorageFields::chooseEntryPoint()
{
    const auto script = flows::parseAddress(m_document.text(job::Path::parse(scriptMember)));
    if (!script || !m_desk.session()) {
        core::Error error;
        error.message = script ? tr("There is no session to look into S3 with.")
                               : tr("No script archive is chosen yet, so there is nothing to look into.");
        error.suggestion = script ? QString() : tr("Fill in the script archive first.");
        Q_EMIT m_desk.failed(error);
        return;
    }
    auto *dialog = new EntryPointDialog(flows::lookInside(m_desk.session(), script->uri), script->uri.toString(),
                                        m_form.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EntryPointDialog::chosen, this, [this](const QString &entryPoint) {
        m_document.setText(job::Path::parse(entryPointMember), entryPoint);
        m_document.endTyping();
    });
    dialog->open();
}

} // namespace braketeer::gui
