#include "gui/shell/draftkeeper.h"

#include "exchange/document.h"
#include "exchange/json/writejson.h"
#include "gui/job/jobdocument.h"
#include "store/drafts/drafts.h"

#include <QScopedValueRollback>

namespace braketeer::gui {
namespace {

constexpr int writeAfterMs = 150;

} // namespace

DraftKeeper::DraftKeeper(JobDocument &document, QObject *parent) : QObject(parent), m_document(document)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(writeAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::keep);
    connect(&document, &JobDocument::changed, this, &DraftKeeper::touch);
    connect(&document, &JobDocument::replaced, this, &DraftKeeper::touch);
    connect(&document, &JobDocument::modifiedChanged, this, &DraftKeeper::touch);
    connect(&document, &JobDocument::fileNameChanged, this, &DraftKeeper::touch);
}

DraftKeeper::~DraftKeeper() = default;

bool DraftKeeper::open(const QString &path)
{
    flush();
    m_drafts = std::make_unique<store::Drafts>(path);
    connect(m_drafts.get(), &store::Drafts::failed, this, &DraftKeeper::failed);
    const auto draft = m_drafts->load();
    if (!draft)
        return false;
    const auto spec = exchange::readDocument(draft->document, exchange::Format::Json);
    if (!spec) {
        Q_EMIT failed(spec.error());
        return false;
    }
    const QScopedValueRollback restoring(m_restoring, true);
    if (draft->modified && !draft->fileName.isEmpty()) {
        // Back to the state "differs from its file": an empty start, then the draft as a change to it.
        m_document.reset(job::JobSpec(), draft->fileName);
        m_document.replace(*spec, tr("Restore the draft"));
    } else {
        m_document.reset(*spec, draft->fileName);
    }
    return true;
}

void DraftKeeper::flush()
{
    if (!m_drafts)
        return;
    if (m_soon.isActive())
        keep();
    if (const auto written = m_drafts->flush(); !written)
        Q_EMIT failed(written.error());
}

void DraftKeeper::touch()
{
    if (m_drafts && !m_restoring && !m_soon.isActive())
        m_soon.start();
}

void DraftKeeper::keep()
{
    m_soon.stop();
    m_drafts->save({.document = exchange::writeJson(m_document.spec().root(), exchange::JsonForm::Compact),
                    .fileName = m_document.fileName(),
                    .modified = m_document.isModified()});
}

} // namespace braketeer::gui
