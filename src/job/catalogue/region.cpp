#include "job/catalogue/region.h"

#include "job/catalogue/catalogue.h"
#include "job/catalogue/file.h"

#include <algorithm>

namespace braketeer::job {

using namespace Qt::StringLiterals;

namespace {

QList<Region> readRegions()
{
    QList<Region> rows;
    for (const QJsonValue value : catalogue::rowsOf(catalogue::readFile(u"regions.json"_s), u"regions"_s)) {
        const QJsonObject row = value.toObject();
        rows.append(Region{row.value("region"_L1).toString(), row.value("name"_L1).toString()});
    }
    return rows;
}

} // namespace

const QList<Region> &regions()
{
    static const QList<Region> rows = readRegions();
    return rows;
}

const Region *findRegion(QStringView region)
{
    const auto found = std::ranges::find(regions(), region, &Region::region);
    return found == regions().cend() ? nullptr : &*found;
}

} // namespace braketeer::job
