#include "gui/shell/samplejob.h"

#include "exchange/document.h"

#include <QFile>

using namespace Qt::StringLiterals;

// Outside every namespace, as the macro wants it.
static void loadDemoResource()
{
    Q_INIT_RESOURCE(demo);
}

namespace braketeer::gui {

job::JobSpec sampleJob()
{
    loadDemoResource();
    QFile file(u":/demo/bell-pair.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The sample job is missing from the program.");
    const auto spec = exchange::readDocument(file.readAll(), exchange::Format::Json);
    if (!spec)
        qFatal("The sample job in the program cannot be read: %ls", qUtf16Printable(spec.error().message));
    return *spec;
}

} // namespace braketeer::gui
