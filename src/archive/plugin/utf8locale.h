#pragma once

#include <clocale>

namespace braketeer::archive {

/// UTF-8 for this thread while it lives: libarchive converts names by the locale, whatever the program's is.
class Utf8Locale final
{
public:
    Utf8Locale() : m_locale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr))
    {
        if (m_locale)
            m_before = uselocale(m_locale);
    }

    ~Utf8Locale()
    {
        if (!m_locale)
            return;
        uselocale(m_before);
        freelocale(m_locale);
    }

    Utf8Locale(const Utf8Locale &) = delete;
    Utf8Locale &operator=(const Utf8Locale &) = delete;

private:
    locale_t m_locale;
    locale_t m_before = nullptr;
};

} // namespace braketeer::archive
