#include "cli/commands/s3/copymany.h"

#include "cli/commands/s3/localfiles.h"
#include "flows/storage/listing.h"
#include "flows/storage/names.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace braketeer::cli {
namespace {

using core::Error;

constexpr qsizetype itemsAtOnce = 1000;

/// Where one listed object goes. Null for a folder's marker, for what the filter leaves out, and for what no file can
/// be called, which is said.
std::optional<CopyItem> itemOf(CopyRun &run, const core::S3Uri &from, const std::optional<core::S3Uri> &to,
                               const QString &path, const flows::ObjectEntry &entry)
{
    const QString relative = entry.key.sliced(from.key.size());
    if (entry.key.endsWith(u'/') || !run.filter.takes(relative))
        return std::nullopt;
    CopyItem item;
    item.from = {from.bucket, entry.key};
    item.size = entry.size;
    if (to) {
        item.way = CopyItem::Way::Inside;
        item.to = {to->bucket, to->key + relative};
        return item;
    }
    item.way = CopyItem::Way::Download;
    const auto file = flows::fileBelow(path, from.key, entry.key);
    if (!file) {
        tellFailure(run, file.error().text());
        return std::nullopt;
    }
    item.path = *file;
    return item;
}

} // namespace

core::Task<> copyFolder(std::shared_ptr<CopyRun> run, QString folder, core::S3Uri to)
{
    if (!QFileInfo(folder).isDir())
        co_return core::fail(Error::Kind::Usage,
                             QCoreApplication::translate("S3Command", "%1 is no folder.").arg(folder));
    const core::S3Uri target = flows::asFolder(to);
    const QDir root(QFileInfo(folder).absoluteFilePath());
    LocalFiles files(folder);
    QList<CopyItem> items;
    for (bool more = true; more && !run->stopped;) {
        const auto file = files.next();
        more = file.has_value();
        if (file && !*file)
            tellFailure(*run, file->error().text());
        if (file && *file && run->filter.takes((*file)->relative, root.filePath((*file)->relative))) {
            CopyItem item;
            item.path = (*file)->path;
            item.to = {target.bucket, target.key + (*file)->relative};
            items.append(item);
        }
        if (more && items.size() < itemsAtOnce)
            continue;
        const QList<CopyItem> batch = std::exchange(items, {});
        co_await copyAll(run, batch);
    }
    co_return {};
}

core::Task<> copyPrefix(std::shared_ptr<CopyRun> run, core::S3Uri from, std::optional<core::S3Uri> to, QString path)
{
    flows::ListQuery query;
    query.place = flows::asFolder(from);
    query.recursive = true;
    if (to)
        to = flows::asFolder(*to);
    do {
        const auto page = co_await flows::listPage(run->session, query, run->call.context.cancel);
        if (!page)
            co_return core::fail(page.error());
        QList<CopyItem> items;
        for (const flows::ObjectEntry &entry : page->entries) {
            if (const auto item = itemOf(*run, query.place, to, path, entry))
                items.append(*item);
        }
        co_await copyAll(run, items);
        query.continuationToken = page->nextToken;
    } while (!query.continuationToken.isEmpty() && !run->stopped);
    co_return {};
}

} // namespace braketeer::cli
