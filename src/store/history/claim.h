#pragma once

#include <QDateTime>
#include <QString>
#include <QStringView>

namespace braketeer::store {

/// Who works on an open submission, so that no two do at once. One claim for one run of one flow.
///
/// It holds until it is given back, or until its time is over, or until its process is known to be gone (same machine,
/// no such process any more), whichever comes first.
struct Claim
{
    QString owner;   ///< newClaim() makes one
    QDateTime until; ///< UTC
};

/// A claim of this process that no other has, good for `seconds` after `now`.
Claim newClaim(const QDateTime &now, int seconds);

/// True when `owner` is a process of this machine's present run that no longer exists. False when it lives, or when
/// that cannot be known: another machine on a shared disk, another container, a system without /proc.
bool isGone(QStringView owner);

} // namespace braketeer::store
