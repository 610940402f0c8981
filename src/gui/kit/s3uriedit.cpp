#include "gui/kit/s3uriedit.h"

#include "gui/kit/pickbutton.h"

#include <QDropEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

/// The one location that is dragged; empty for anything else, files among it.
QString draggedUri(const QMimeData &mime)
{
    const QString text = mime.text().trimmed();
    return text.startsWith("s3://"_L1) && !text.contains(u'\n') ? text : QString();
}

} // namespace

S3UriEdit::S3UriEdit(QWidget *parent) : CodeEdit(parent), m_browse(new PickButton(*this, tr("Browse…")))
{
    m_browse->setObjectName(u"browseButton"_s);
    m_browse->setAccessibleName(tr("Browse Amazon S3"));
    m_browse->setToolTip(tr("Choose the place in Amazon S3"));
    connect(m_browse, &QAbstractButton::clicked, this, &S3UriEdit::browseRequested);
}

void S3UriEdit::enter(const QString &uri)
{
    selectAll();
    insert(uri); // tells of the edit by itself
}

void S3UriEdit::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && draggedUri(*event->mimeData()).isEmpty())
        event->ignore(); // files are for the window
    else
        CodeEdit::dragEnterEvent(event);
}

void S3UriEdit::dragMoveEvent(QDragMoveEvent *event)
{
    if (!draggedUri(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
    else
        CodeEdit::dragMoveEvent(event);
}

void S3UriEdit::dropEvent(QDropEvent *event)
{
    const QString uri = draggedUri(*event->mimeData());
    if (uri.isEmpty() || isReadOnly()) {
        CodeEdit::dropEvent(event);
        return;
    }
    event->setDropAction(Qt::CopyAction); // nothing is taken away where it came from
    event->accept();
    enter(uri);
    setFocus(Qt::MouseFocusReason);
}

QString s3UriOfConsole(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    static const QRegularExpression page(u"^/s3/(?:object|buckets)/([a-z0-9.-]+)/?$"_s);
    const QRegularExpressionMatch match = page.match(url.path());
    if (url.scheme() != "https"_L1 || !url.host().endsWith("console.aws.amazon.com"_L1) || !match.hasMatch())
        return {};
    return u"s3://%1/%2"_s.arg(match.captured(1), QUrlQuery(url).queryItemValue(u"prefix"_s, QUrl::FullyDecoded));
}

QString S3UriEdit::cleaned(const QString &pasted) const
{
    const QString trimmed = CodeEdit::cleaned(pasted);
    const QString location = s3UriOfConsole(trimmed);
    return location.isEmpty() ? trimmed : location;
}

} // namespace braketeer::gui
