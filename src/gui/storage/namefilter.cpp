#include "gui/storage/namefilter.h"

#include <algorithm>

namespace braketeer::gui {
namespace {

char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? char(letter + ('a' - 'A')) : letter;
}

} // namespace

NameFilter::NameFilter(const QString &text) : m_text(text)
{
    const bool ascii = std::all_of(text.cbegin(), text.cend(), [](QChar letter) { return letter.unicode() < 0x80; });
    if (ascii)
        m_ascii = text.toLatin1().toLower();
}

bool NameFilter::matches(QByteArrayView utf8) const
{
    if (m_text.isEmpty())
        return true;
    if (m_ascii.isEmpty())
        return QString::fromUtf8(utf8).contains(m_text, Qt::CaseInsensitive);
    // No byte of a longer UTF-8 sequence is an ASCII letter, so comparing bytes is enough.
    return std::search(utf8.cbegin(), utf8.cend(), m_ascii.cbegin(), m_ascii.cend(),
                       [](char left, char right) { return small(left) == right; })
           != utf8.cend();
}

} // namespace braketeer::gui
