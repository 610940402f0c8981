#pragma once

#include <QList>
#include <QStringView>

namespace braketeer::exchange {

/// The characters of a text. Halves of surrogate pairs that stand alone come as they are, unlike in
/// QStringView::toUcs4(), which puts U+FFFD in their place: a writer must not change a text that it is to carry.
QList<char32_t> charactersOf(QStringView text);

} // namespace braketeer::exchange
