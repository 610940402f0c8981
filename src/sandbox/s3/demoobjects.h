#pragma once

#include <QByteArray>
#include <QList>

namespace braketeer::sandbox::s3 {

/// An object that a new sandbox has.
struct DemoObject
{
    QByteArray key;
    QByteArray bytes;
    QByteArray contentType;
};

/// A script archive as the SDK makes it, and a single script.
QList<DemoObject> demoScripts();

/// The scripts, input data, a picture and results of a job.
QList<DemoObject> demoObjects();

} // namespace braketeer::sandbox::s3
