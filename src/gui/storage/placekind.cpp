#include "gui/storage/placekind.h"

#include <QCoreApplication>

namespace braketeer::gui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlaceKind)
};

} // namespace

PlaceKind placeKindOf(const QString &schemaPath)
{
    if (schemaPath == u"outputDataConfig.s3Path" || schemaPath == u"checkpointConfig.s3Uri")
        return PlaceKind::Prefix;
    return schemaPath.startsWith(u"inputDataConfig") ? PlaceKind::PrefixOrObject : PlaceKind::Object;
}

QString objectionTo(PlaceKind kind, const ListedObject &object)
{
    switch (kind) {
    case PlaceKind::Object:
        if (object.folder)
            return Text::tr("The job starts from one object, an archive or a script. Open the folder and choose one.");
        if (object.place.key.endsWith(u'/'))
            return Text::tr("This only marks a folder: there is nothing in it to start a job from.");
        return object.size == 0 ? Text::tr("This object is empty: a job cannot start from it.") : QString();
    case PlaceKind::PrefixOrObject:
        return {};
    case PlaceKind::Prefix:
        return object.folder
                   ? QString()
                   : Text::tr("The job writes many objects, so it needs a folder. Choose one, or name a new one.");
    }
    return {};
}

QString askFor(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Object:
        return Text::tr("Choose one object: the archive or script with the code.");
    case PlaceKind::PrefixOrObject:
        return Text::tr("Choose one object, or a folder with everything below it.");
    case PlaceKind::Prefix:
        return Text::tr("Choose the folder that the job writes to. It need not exist yet.");
    }
    return {};
}

core::S3Uri asField(PlaceKind kind, const core::S3Uri &place)
{
    core::S3Uri uri = place;
    if (kind == PlaceKind::Prefix && uri.key.endsWith(u'/'))
        uri.key.chop(1);
    return uri;
}

} // namespace braketeer::gui
