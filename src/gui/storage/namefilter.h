#pragma once

#include <QByteArray>
#include <QString>

namespace braketeer::gui {

/// Whether a name has a piece of text in it, in capitals or not. Fast for ASCII, right for the rest.
class NameFilter final
{
public:
    NameFilter() = default;
    explicit NameFilter(const QString &text);

    bool isEmpty() const { return m_text.isEmpty(); }

    bool matches(QByteArrayView utf8) const;

private:
    QString m_text;
    QByteArray m_ascii; ///< in small letters; empty where the text is not all ASCII
};

} // namespace braketeer::gui
