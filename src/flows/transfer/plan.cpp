#include "flows/transfer/plan.h"

namespace braketeer::flows {
namespace {

constexpr qint64 mostParts = 10'000;
constexpr qint64 mebibyte = 1024 * qint64(1024);

} // namespace

PartPlan planParts(qint64 size, qint64 smallest)
{
    const qint64 needed = (size + mostParts - 1) / mostParts;
    if (needed <= smallest)
        return {size, smallest};
    return {size, (needed + mebibyte - 1) / mebibyte * mebibyte};
}

} // namespace braketeer::flows
