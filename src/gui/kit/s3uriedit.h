#pragma once

#include <QLineEdit>

namespace braketeer::gui {

/// A line for an S3 location, in a monospaced font. What is pasted loses the blanks and line ends around it.
class S3UriEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit S3UriEdit(QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool pasteTrimmed();
};

} // namespace braketeer::gui
