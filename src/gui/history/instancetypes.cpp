#include "gui/history/instancetypes.h"

#include "exchange/json/readjson.h"
#include "job/jobspec.h"
#include "store/history/history.h"

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

QString instanceTypeOf(const QByteArray &request)
{
    const auto document = exchange::readJson(request);
    return document ? job::JobSpec(*document).text(u"instanceConfig.instanceType"_s) : QString();
}

} // namespace

QCoro::Task<QList<HistoryRow>> withInstanceTypes(std::shared_ptr<store::History> history,
                                                 QList<store::Submission> submissions, QHash<qint64, QString> known)
{
    QList<HistoryRow> rows;
    rows.reserve(submissions.size());
    for (const store::Submission &submission : std::as_const(submissions)) {
        HistoryRow row{submission, known.value(submission.id)};
        if (!known.contains(submission.id)) {
            if (const auto whole = co_await history->get(submission.id))
                row.instance = instanceTypeOf(whole->request);
        }
        rows.append(row);
    }
    co_return rows;
}

} // namespace braketeer::gui
