#pragma once

#include "gui/kit/codeedit.h"

namespace braketeer::gui {

class PickButton;

/// A line for an S3 location. The address of an object or folder in the AWS console, as a browser's address bar has it,
/// is pasted as the s3:// location it shows; a location that is dropped takes the place of the text. A button at its
/// end asks for a browser: whoever has one listens.
class S3UriEdit final : public CodeEdit
{
    Q_OBJECT
public:
    explicit S3UriEdit(QWidget *parent = nullptr);

    /// Puts `uri` in place of the text as if somebody had typed it.
    void enter(const QString &uri);

    PickButton &browseButton() { return *m_browse; }

Q_SIGNALS:
    void browseRequested();

protected:
    QString cleaned(const QString &pasted) const override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    PickButton *m_browse;
};

/// "s3://bucket/key" of "https://us-west-2.console.aws.amazon.com/s3/object/bucket?prefix=key"; empty when `address` is
/// no such page.
QString s3UriOfConsole(const QString &address);

} // namespace braketeer::gui
