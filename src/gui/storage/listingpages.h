#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/storage/listing.h"

#include <QObject>

#include <functional>
#include <optional>

namespace braketeer::gui {

/// Asks for the pages of one listing, one after another.
class ListingPages final : public QObject
{
    Q_OBJECT
public:
    using Lister = std::function<core::Task<flows::ListPage>(flows::ListQuery, core::CancelToken)>;

    using QObject::QObject;
    ~ListingPages() override;

    /// Asks for the first page of all that begins with the place's key, what is below a further '/' rolled up.
    void open(Lister lister, const core::S3Uri &place);
    /// Cancels what is under way, without a word: as if there were no pages.
    void leave();
    /// Asks for one more, unless one is on its way or none is left. Again for one that failed.
    void next();
    /// One after another, to the last.
    void loadAll();
    /// Ends loadAll() and the page that is on its way.
    void stop();

    bool isLoading() const { return m_loading; }

    bool isLoadingAll() const { return m_loadingAll; }

    /// Nothing more is at the server.
    bool isComplete() const { return m_complete; }

    /// Of the last page that was asked for.
    const std::optional<core::Error> &error() const { return m_error; }

Q_SIGNALS:
    void arrived(const braketeer::flows::ListPage &page);
    /// A page was asked for, or is no longer on its way; after arrived().
    void changed();

private:
    QCoro::Task<> load();
    void goOn();

    Lister m_lister;
    core::S3Uri m_place;
    QString m_token;
    core::CancelToken m_cancel;
    std::optional<core::Error> m_error;
    quint64 m_visit = 0; ///< tells an answer that is too late from one that is waited for
    bool m_loading = false;
    bool m_loadingAll = false;
    bool m_complete = true;
};

} // namespace braketeer::gui
