#pragma once

#include "gui/kit/codeedit.h"

namespace braketeer::gui {

/// A line for an S3 location. The address of an object or folder in the AWS console, as a browser's address bar has it,
/// is pasted as the s3:// location it shows.
class S3UriEdit final : public CodeEdit
{
    Q_OBJECT
public:
    using CodeEdit::CodeEdit;

protected:
    QString cleaned(const QString &pasted) const override;
};

/// "s3://bucket/key" of "https://us-west-2.console.aws.amazon.com/s3/object/bucket?prefix=key"; empty when `address` is
/// no such page.
QString s3UriOfConsole(const QString &address);

} // namespace braketeer::gui
