#include "gui/kit/s3uriedit.h"

#include "gui/kit/measures.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace braketeer::gui {

S3UriEdit::S3UriEdit(QWidget *parent) : QLineEdit(parent)
{
    setFont(codeFont(font()));
}

void S3UriEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && pasteTrimmed())
        return;
    QLineEdit::keyPressEvent(event);
}

bool S3UriEdit::pasteTrimmed()
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (text.isEmpty() || isReadOnly())
        return false;
    insert(text);
    Q_EMIT textEdited(this->text());
    return true;
}

} // namespace braketeer::gui
