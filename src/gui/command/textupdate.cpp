#include "gui/command/textupdate.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextCursor>

#include <algorithm>

namespace braketeer::gui {

TextChange changeBetween(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before.at(head) == after.at(head))
        ++head;
    if (head > 0 && before.at(head - 1).isHighSurrogate())
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    if (tail > 0 && before.at(before.size() - tail).isLowSurrogate())
        --tail;
    return {.at = head, .removed = before.size() - head - tail, .added = after.size() - head - tail};
}

TextChange updateText(QPlainTextEdit &view, const QString &before, const QString &after)
{
    const TextChange change = changeBetween(before, after);
    if (change.removed == 0 && change.added == 0)
        return change;
    const int across = view.horizontalScrollBar()->value();
    const int down = view.verticalScrollBar()->value();
    QTextCursor cursor(view.document());
    cursor.setPosition(int(change.at));
    cursor.setPosition(int(change.at + change.removed), QTextCursor::KeepAnchor);
    cursor.insertText(after.mid(change.at, change.added));
    view.horizontalScrollBar()->setValue(across);
    view.verticalScrollBar()->setValue(down);
    return change;
}

} // namespace braketeer::gui
