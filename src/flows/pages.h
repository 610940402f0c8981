#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace braketeer::flows {

/// One page of a search: the answer as it came, and where the next one begins (empty: that was the last).
struct Page
{
    QByteArray json;
    QString nextToken;
};

using PageReader = std::function<core::Task<Page>(QByteArray document)>;

/// Asks for all pages of a search and puts the items of `list` ("jobs") together: one document, all else from the last
/// page, without `nextToken`. `request` may name a page to begin with. A service that gives the same token twice is
/// asked no further. Fails as `read` does, and with Network when an answer is no JSON object.
[[nodiscard]] core::Task<QByteArray> readAllPages(QByteArray request, QString list, PageReader read);

} // namespace braketeer::flows
