#include "job/catalogue/image.h"

#include "job/catalogue/catalogue.h"
#include "job/catalogue/file.h"

#include <QRegularExpression>

namespace braketeer::job {

using namespace Qt::StringLiterals;

namespace {

struct Table
{
    QString account;
    QStringList regions;
    QList<Image> rows; ///< without address

    Table()
    {
        const QJsonObject file = catalogue::readFile(u"images.json"_s);
        account = file.value("account"_L1).toString();
        regions = file.value("regions"_L1).toVariant().toStringList();
        for (const QJsonValue value : catalogue::rowsOf(file, u"images"_s)) {
            const QJsonObject row = value.toObject();
            rows.append(Image{row.value("kind"_L1).toString(),
                              row.value("name"_L1).toString(),
                              row.value("repository"_L1).toString(),
                              row.value("tag"_L1).toString(),
                              row.value("python"_L1).toString(),
                              row.value("gpu"_L1).toBool(),
                              row.value("status"_L1).toString() == "current"_L1,
                              {}});
        }
    }
};

const Table &table()
{
    static const Table imageTable;
    return imageTable;
}

} // namespace

QList<Image> images(QStringView region)
{
    if (!table().regions.contains(region))
        return {};
    QList<Image> rows = table().rows;
    for (Image &image : rows)
        image.uri = u"%1.dkr.ecr.%2.amazonaws.com/%3:%4"_s.arg(table().account, region, image.repository, image.tag);
    return rows;
}

QString imageAccount()
{
    return table().account;
}

ImageUri ImageUri::parse(const QString &uri)
{
    static const QRegularExpression form(
        uR"(\A(\d+)\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com/([^@:]+)(?::([^@:]+))?(?:@(.+))?\z)"_s);
    const QRegularExpressionMatch match = form.match(uri);
    return {match.captured(1), match.captured(2), match.captured(3), match.captured(4), match.captured(5)};
}

} // namespace braketeer::job
