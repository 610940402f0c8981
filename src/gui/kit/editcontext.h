#pragma once

#include <QObject>
#include <QString>

namespace braketeer::gui {

/// What the editors must know of the surroundings: the region the job goes to. The window owns it and sets it when
/// another profile or region is chosen; editors that offer images, instances or devices of a region follow.
class EditContext final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// "us-west-2"; empty while none is known.
    QString region() const { return m_region; }

    void setRegion(const QString &region);

Q_SIGNALS:
    void regionChanged(const QString &region);

private:
    QString m_region;
};

} // namespace braketeer::gui
